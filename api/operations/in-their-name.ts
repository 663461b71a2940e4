import { refuse } from "#domain/refusal.ts";

/** What needs the person's own sign-in, asked by a face that has none: the bot knows who somebody is, and no more. */
export const onlyInTheTab = () =>
  refuse(
    "directory.own-sign-in",
    "Microsoft 365 is asked this with your own sign-in, which the bot does not have.",
    "Open Line of Sight in Teams and do it there.",
  );

/** Said along with what there is instead. */
export const REGISTER_ONLY =
  "Line of Sight may not ask Microsoft 365 about people here, so only the people register was looked in. Your administrator can allow it.";
