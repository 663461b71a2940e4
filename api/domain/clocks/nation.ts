/** Where a service is, for bank holidays. */
export const nations = ["england-and-wales", "scotland", "northern-ireland"] as const;

export type Nation = (typeof nations)[number];
