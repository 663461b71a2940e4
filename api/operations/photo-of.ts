import { z } from "zod";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import { NOT_PERMITTED } from "../graph/colleagues.ts";
import { onlyInTheTab } from "./in-their-name.ts";
import { operation } from "./operation.ts";

const A_DAY_S = 24 * 3600;

/** A colleague's picture, if Microsoft 365 shows whoever asks one. */
export const photoOf = operation({
  name: "photo-of",
  method: "GET",
  path: "/people/:person/photo",
  summary: "A small picture of a colleague, as Microsoft 365 shows it to you.",
  who: "anyone",
  download: true,
  input: z.strictObject({ person: z.guid("is not the object id of an account") }),
  answer: z.never(),
  async run({ person }, { colleagues }) {
    if (!colleagues) return onlyInTheTab();
    const photo = await colleagues.photo(person);
    if (photo === NOT_PERMITTED)
      throw new LineOfSightError(
        "not-found",
        "No pictures are shown: Line of Sight may not ask Microsoft 365 for them. Your administrator can allow it.",
      );
    if (!photo) throw notFound("picture of", person);
    return { download: { name: "photo", type: photo.type, bytes: photo.bytes, keptFor: A_DAY_S } };
  },
});
