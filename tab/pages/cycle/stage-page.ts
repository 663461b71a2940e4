import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { readCycle } from "#api/operations/read-cycle.ts";
import { type Stage, stages } from "#domain/registers/stages.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";

export type CycleShown = AnswerOf<typeof readCycle>;

/** What every stage's page is given. */
export interface StageProps {
  readonly cycle: CycleShown;
}

/** A stage's work: each file `<stage>.page.tsx` beside this one exports its own as `StageWork`. */
interface StageFile {
  readonly StageWork: ComponentType<StageProps>;
}

const files = import.meta.glob<StageFile>("./*.page.tsx");

const pages: Readonly<Record<string, LazyExoticComponent<ComponentType<StageProps>>>> = Object.fromEntries(
  Object.entries(files).map(([path, load]) => [
    path.slice("./".length, -".page.tsx".length),
    lazy(async () => ({ default: (await load()).StageWork })),
  ]),
);

/** The page of a stage's work; undefined where the stage has none of its own. */
export const stagePage = (stage: Stage) => pages[stage];

/** True from the day a cycle stands in the stage. */
export const hasBegun = ({ stage }: Pick<CycleShown, "stage">, shown: Stage): boolean =>
  stages.indexOf(stage) >= stages.indexOf(shown);

/** An address's last word as a stage; undefined when it is none. */
export const stageNamed = (name: string | undefined): Stage | undefined => stages.find((stage) => stage === name);
