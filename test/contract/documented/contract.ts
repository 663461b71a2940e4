import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { missingFrom } from "./always-returned.ts";

interface Reference {
  readonly $ref?: string;
  readonly "x-binary"?: boolean;
}

/** One operation as the contract file lists it. `null` for a status means: no body. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly request?: object;
  readonly responses: Readonly<Record<string, Reference | null>>;
  readonly responseHeaders?: Readonly<Record<string, readonly string[]>>;
}

/** What came back. `body` is parsed JSON, text, or the number of bytes. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly bytes: number;
}

const told = (errors: readonly ErrorObject[] | null | undefined): string =>
  (errors ?? [])
    .filter(({ keyword }) => keyword !== "anyOf")
    .slice(0, 3)
    .map(({ instancePath, message, params }) => `${instancePath || "/"} ${message} ${JSON.stringify(params)}`)
    .join("; ");

/** The machine-readable contract: which operations there are, and whether an answer is one it allows. */
export class Contract {
  readonly operations: readonly Operation[];
  readonly #ajv: Ajv2020;
  readonly #id: string;

  /** Reads the file. Throws when there is none, or it is something else. */
  constructor(file: string) {
    const whole = JSON.parse(readFileSync(file, "utf8")) as { $id?: string; "x-operations"?: Operation[] };
    if (!whole.$id || !whole["x-operations"]) throw new TypeError(`${file} holds no contract: $id and x-operations.`);
    this.#id = whole.$id;
    this.operations = whole["x-operations"];
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(whole);
  }

  operation(id: string): Operation | undefined {
    return this.operations.find((one) => one.id === id);
  }

  #differs(schema: object, value: unknown): string | undefined {
    const { $ref } = schema as Reference;
    const validate = this.#ajv.compile($ref ? { $ref: `${this.#id}${$ref}` } : this.#whole(schema));
    return validate(value) ? undefined : told(validate.errors);
  }

  /** The same schema with its references reaching into the contract file. */
  #whole(schema: object): object {
    return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', `"$ref":"${this.#id}#`)) as object;
  }

  /** What a request body gets wrong, if anything: a made-up request must be a valid one. */
  wrongRequest({ request }: Operation, body: unknown): string | undefined {
    return request && body !== undefined ? this.#differs(request, body) : undefined;
  }

  /** How a refusal's body differs from the one every error has. */
  wrongError({ body, headers }: Answered): string | undefined {
    const differs = this.#differs({ $ref: "#/$defs/x.odataError" }, body);
    if (differs) return differs;
    const { error } = body as { error: { innerError?: Record<string, string> } };
    const said = error.innerError?.["request-id"];
    return said === headers.get("request-id") ? undefined : `innerError's request-id is ${said}, not the header's`;
  }

  /** How a success differs from what the contract and our own table of what is always there say. */
  wrongAnswer(operation: Operation, answered: Answered): string | undefined {
    const { status, headers, body, bytes } = answered;
    const expected = operation.responses[String(status)];
    if (expected === undefined) return `${status} is not one of ${Object.keys(operation.responses).join(", ")}`;
    const header = operation.responseHeaders?.[String(status)]?.find((name) => !headers.has(name));
    if (header) return `the header ${header} is missing`;
    if (expected === null) return bytes === 0 ? undefined : `a body of ${bytes} bytes where none belongs`;
    if (expected["x-binary"]) return bytes > 0 ? undefined : "no bytes";
    const name = expected.$ref?.replace("#/$defs/", "") ?? "";
    return this.#differs(expected, body) ?? missingFrom(name, body);
  }
}
