import { shippedIndicators } from "#domain/figures/shipped/index.ts";
import { indicators } from "#domain/registers/indicators.ts";
import { demoId } from "../people.ts";
import { seedRows } from "./seed-rows.ts";

/**
 * The shipped indicators as Meadowbank agreed them: one person wrote, another tested, a third agreed.
 * @param engine name and version of the figures engine that the recorded tests passed with
 */
export const demoIndicatorRows = (engine: string) =>
  seedRows(
    indicators,
    Object.fromEntries(
      shippedIndicators.map(({ key, answers }) => [
        key,
        {
          ...answers,
          ...(answers.code === "missed-visits" ? { targets: [{ contract: "eastmoor", target: 1, amber: 2 }] } : {}),
          effectiveFrom: "2025-04-01",
          status: "agreed" as const,
          tests: (answers.tests ?? []).map((each) => ({ ...each, engine, passedOn: "2026-09-30" })),
          writtenBy: demoId(6),
          testedBy: demoId(18),
          agreedBy: demoId(2),
          agreedOn: "2026-09-30",
        },
      ]),
    ),
  );
