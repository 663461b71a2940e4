import { nations } from "../clocks/nation.ts";
import { choice, day, hash, note, number, part, reference, references, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

/** One row, `organisation`. */
export const settings = register({
  slug: "settings",
  title: "Settings",
  purpose: "How Line of Sight works in this organisation, and why each choice was made.",
  kind: "governance",
  words: { one: "settings", many: "settings" },
  headline: "organisation",
  brief: ["organisation", "assuranceProfile", "reason"],
  fields: {
    organisation: text("Name of the organisation", { required: true }),
    assuranceProfile: choice("How duties are kept apart", ["standard", "small", "sole-leader"], {
      required: true,
      help: "Small and sole leader are for providers with too few people; packs say so.",
    }),
    checksOff: part(
      "Checks turned off",
      {
        check: text("Check", { required: true, max: 60 }),
        contract: reference("For the contract", "contracts"),
        reason: text("Reason", { required: true, max: 1000 }),
      },
      { help: "Each with its reason; the pack names those that touch it." },
    ),
    smallNumbers: part(
      "Small numbers",
      {
        recipient: reference("Packs for", "contracts", { required: true }),
        below: number("Hide counts below", { required: true }),
        rounded: yesNo("Round the others"),
      },
      { help: "So that nobody can be recognised from a count, by who receives the pack." },
    ),
    extraHolidays: part(
      "Extra bank holidays",
      {
        day: day("Day", { required: true }),
        nation: choice("In", nations, { required: true }),
        why: text("Why", { required: true }),
      },
      { help: "Days that do not count as working days, besides the usual ones." },
    ),
    brandColour: text("Colour on packs", { max: 7, help: "E.g. #1f6f5c." }),
    logoPath: text("Logo on packs", { max: 400, help: "A picture in the document library." }),
    logoHash: hash("Fingerprint of the logo", { help: "Shows that the picture is the one that was chosen." }),
    retention: part(
      "How long things are kept",
      {
        register: text("What", { required: true, max: 60 }),
        years: number("Years", { required: true }),
        why: text("Why", { required: true }),
      },
      { help: "After it a row may be erased, and the erasure is recorded." },
    ),
    channels: part(
      "What each channel is for",
      {
        conversation: text("Channel", { required: true }),
        contract: reference("Contract", "contracts"),
        services: references("Services", "services"),
        safeguarding: yesNo("Only people who may see safeguarding are in it"),
      },
      { help: "A channel is shown what belongs to it, nothing else." },
    ),
    reason: note("Why it was changed", { required: true, help: "Every change of a setting needs one." }),
  },
});

export interface Settings extends Row<typeof settings> {}
