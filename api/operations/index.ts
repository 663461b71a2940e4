import { changeRow } from "./change-row.ts";
import { me } from "./me.ts";
import type { Operation } from "./operation.ts";
import { readRegister } from "./read-register.ts";
import { readRow } from "./read-row.ts";

/** Everything a person can do. The server mounts each, the bot asks for them by name, the OpenAPI document lists them. */
export const operations: readonly Operation[] = [me, readRegister, readRow, changeRow];
