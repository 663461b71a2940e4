import { actionMoreTime } from "./action-more-time.ts";
import { actionProgress } from "./action-progress.ts";
import { addAction } from "./add-action.ts";
import { changeRow } from "./change-row.ts";
import { computeFigures } from "./compute-figures.ts";
import { figureRows } from "./figure-rows.ts";
import { me } from "./me.ts";
import { moveAction } from "./move-action.ts";
import type { Operation } from "./operation.ts";
import { readFigures } from "./read-figures.ts";
import { readRegister } from "./read-register.ts";
import { readRow } from "./read-row.ts";

/** Everything a person can do. The server mounts each, the bot asks for them by name, the OpenAPI document lists them. */
export const operations: readonly Operation[] = [
  me,
  readRegister,
  readRow,
  changeRow,
  computeFigures,
  readFigures,
  figureRows,
  addAction,
  moveAction,
  actionProgress,
  actionMoreTime,
];
