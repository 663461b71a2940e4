import { acceptRejects } from "./accept-rejects.ts";
import { actionMoreTime } from "./action-more-time.ts";
import { actionProgress } from "./action-progress.ts";
import { addAction } from "./add-action.ts";
import { answerReview } from "./answer-review.ts";
import { askSignOffs } from "./ask-sign-offs.ts";
import { changeRow } from "./change-row.ts";
import { compilePack } from "./compile-pack.ts";
import { computeFigures } from "./compute-figures.ts";
import { cutOffData } from "./cut-off-data.ts";
import { decideSignOff } from "./decide-sign-off.ts";
import { draftPack } from "./draft-pack.ts";
import { figureRows } from "./figure-rows.ts";
import { loadImport } from "./load-import.ts";
import { me } from "./me.ts";
import { moveAction } from "./move-action.ts";
import { moveCycle } from "./move-cycle.ts";
import type { Operation } from "./operation.ts";
import { previewImport } from "./preview-import.ts";
import { readCycle } from "./read-cycle.ts";
import { readCycles } from "./read-cycles.ts";
import { readFigures } from "./read-figures.ts";
import { readJob } from "./read-job.ts";
import { readPack } from "./read-pack.ts";
import { readPackFile } from "./read-pack-file.ts";
import { readPacks } from "./read-packs.ts";
import { readRegister } from "./read-register.ts";
import { readRejects } from "./read-rejects.ts";
import { readRow } from "./read-row.ts";
import { receiveImport } from "./receive-import.ts";
import { resolveReview } from "./resolve-review.ts";
import { submitPack } from "./submit-pack.ts";

/** Everything a person can do. The server mounts each, the bot asks for them by name, the OpenAPI document lists them. */
export const operations: readonly Operation[] = [
  me,
  readRegister,
  readRow,
  changeRow,
  readCycles,
  readCycle,
  moveCycle,
  answerReview,
  resolveReview,
  cutOffData,
  receiveImport,
  previewImport,
  loadImport,
  readJob,
  acceptRejects,
  readRejects,
  computeFigures,
  readFigures,
  figureRows,
  draftPack,
  readPacks,
  readPack,
  readPackFile,
  askSignOffs,
  decideSignOff,
  compilePack,
  submitPack,
  addAction,
  moveAction,
  actionProgress,
  actionMoreTime,
];
