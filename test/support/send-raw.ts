import { request } from "node:http";

export interface Raw {
  readonly method: string;
  /** As it goes over the wire: nothing is encoded or put right. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Ends the connection after the body, whatever length was announced. */
  readonly cutOff?: boolean;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Sends what no well-behaved client would. Status 0 when the connection ended without an answer. */
export const sendRaw = (url: string, { method, path, headers = {}, body, cutOff = false }: Raw): Promise<RawAnswer> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const nothing = () => resolve({ status: 0, headers: {}, text: "" });
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", nothing);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(pieces).toString("utf8"),
        }),
      );
    });
    sent.on("error", nothing);
    if (!cutOff) sent.end(body);
    else sent.write(body ?? "", () => setTimeout(() => sent.destroy(), 50));
  });
