/** The London day on which everything of the demo provider stands, unless another is asked for. */
export const demoAsOf = "2026-10-12";
