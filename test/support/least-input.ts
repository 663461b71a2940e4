import { z } from "zod";
import type { Operation } from "#api/operations/operation.ts";
import { demoId } from "../../infra/demo/people.ts";

/** The least an operation takes, made from its own schema: so that a refusal is never about the form of the question. */
export function leastInput(operation: Operation): Readonly<Record<string, unknown>> {
  const made = leastOf(z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" }));
  return typeof made === "object" && made !== null ? { ...made } : {};
}

interface Shape {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly items?: unknown;
  readonly minItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
}

function leastOf(schema: unknown): unknown {
  const shape: Shape = typeof schema === "object" && schema !== null ? schema : {};
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [either] = shape.anyOf ?? shape.oneOf ?? [];
  if (either) return leastOf(either);
  if (shape.type === "object") {
    const needed = shape.required ?? [];
    return Object.fromEntries(needed.map((name) => [name, leastOf(shape.properties?.[name])]));
  }
  if (shape.type === "array") return Array.from({ length: shape.minItems ?? 0 }, () => leastOf(shape.items));
  if (shape.type === "number" || shape.type === "integer") return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === "boolean") return true;
  return leastText(shape);
}

function leastText({ format, pattern = "" }: Shape): string {
  if (format === "date") return "2026-11-02";
  if (format === "uuid" || format === "guid") return demoId(9);
  const likely = ["ab".repeat(32), "2026-09", "pack.pdf", "09:00", demoId(9)];
  return likely.find((each) => pattern !== "" && new RegExp(pattern).test(each)) ?? "A few words about it.";
}
