import { ownFormat, same } from "../own-format.ts";

/** Every package of care, ended ones included; each export is the whole list. */
export const packages = ownFormat({
  name: "packages",
  report: "Care packages",
  dataset: "packages",
  headings: ["Start Date", "End Date", "Funding", "Contract", "Weekly Minutes"],
  columns: {
    day: { read: "day", from: "Start Date", ahead: true },
    contract: { read: "text", from: "Contract" },
    funding: {
      read: "choice",
      from: "Funding",
      codes: same("council", "nhs", "joint", "direct-payment", "self-funded"),
    },
    start_day: { read: "day", from: "Start Date", ahead: true },
    end_day: { read: "day", from: "End Date", ahead: true },
    weekly_minutes: { read: "whole", from: "Weekly Minutes", least: 0, most: 20160 },
  },
});
