import type { Operation } from "./operation.ts";

/** Everything a person can do. The server mounts each, the bot asks for them by name, the OpenAPI document lists them. */
export const operations: readonly Operation[] = [];
