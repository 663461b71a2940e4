import { type DatasetName, datasets } from "../figures/dataset.ts";
import { optionWords } from "../register/option-words.ts";
import type { MappedSource } from "../registers/evidence-map.ts";
import type { Facts } from "./facts.ts";
import { indicatorInUse } from "./required.ts";

/** What people call a service; its key never stands in a sentence. */
export const serviceName = ({ services }: Facts, key: string): string =>
  services.find((each) => each.key === key)?.name ?? "a service that is no longer listed";

/** What people call an indicator; of one that nobody has defined only the words of its code are known. */
export const indicatorName = (facts: Facts, code: string): string =>
  indicatorInUse(facts, code)?.name ?? optionWords(code);

/** What a mapped source brings in: “alerts”, whatever the care system calls its report. */
export const sourceWords = ({ dataset, report }: Pick<MappedSource, "dataset" | "report">): string =>
  dataset === undefined ? `“${report}”` : datasets[dataset].words.many;

/** A kind of record in the singular: “planned visit”. */
export const recordWords = (dataset: DatasetName): string => datasets[dataset].words.one;
