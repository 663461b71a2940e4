/** What a service answers, before it becomes bytes on a socket. `cut` closes the connection without an answer. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
  readonly cut?: boolean;
  /** Milliseconds it waits before it is sent. */
  readonly waitsMs?: number;
}

export type Body =
  | { readonly json: unknown }
  | { readonly bytes: Uint8Array; readonly type: string }
  /** Bytes `from` to `to` (exclusive) of a file on this disk, streamed. */
  | { readonly file: string; readonly from: number; readonly to: number; readonly type: string };

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers,
  body: { json: body },
});

export const created = (body: unknown, headers: Readonly<Record<string, string>> = {}): Answer =>
  json(body, 201, headers);

export const noContent: Answer = { status: 204 };

export const page = (html: string, status: number, headers: Readonly<Record<string, string>>): Answer => ({
  status,
  headers,
  body: { bytes: Buffer.from(html), type: "text/html; charset=utf-8" },
});
