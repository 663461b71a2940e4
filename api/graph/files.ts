import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Client, ResponseType } from "@microsoft/microsoft-graph-client";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import type { Files, Library } from "#domain/ports.ts";
import { download, hashAt } from "./download.ts";
import { everyPage } from "./every-page.ts";
import { statusOf, unavailable } from "./graph-error.ts";
import { drivePath } from "./odata.ts";
import { upload } from "./upload.ts";
import { withSource } from "./upload-source.ts";

interface GraphFile {
  name: string;
  size?: number;
  folder?: object;
}

/**
 * SharePoint writes properties into Office files and pictures after upload, so that their bytes there are not the bytes
 * sent. They are reading copies only: what is evidence lies in a zip beside them.
 */
const isRewritten = (path: string): boolean => /\.(docx|xlsx|pptx|jpe?g)$/i.test(path);

interface Kept {
  /** Keeps copies for what reads from disk. */
  readonly cacheDir: string;
  /** Where a copy grows until it is whole: this process's own. */
  readonly arrivingDir: string;
}

/** Files in SharePoint's libraries, written once. */
export function graphFiles(
  client: Client,
  drives: Readonly<Record<Library, string>>,
  { cacheDir, arrivingDir }: Kept,
): Files {
  const at = (library: Library, path: string) => `${drives[library]}/root:/${drivePath(path)}:`;
  const arriving = new Map<string, Promise<void>>();
  /** Copies whose bytes were held to their name since this process began. */
  const sound = new Set<string>();

  const get = async (library: Library, path: string): Promise<Uint8Array> => {
    try {
      const bytes: ArrayBuffer = await client
        .api(`${at(library, path)}/content`)
        .responseType(ResponseType.ARRAYBUFFER)
        .get();
      return new Uint8Array(bytes);
    } catch (error) {
      if (statusOf(error) === 404) throw notFound("file", path);
      throw unavailable("read file", error);
    }
  };

  return {
    get,

    put: (library, path, bytes) =>
      withSource(bytes, async (source) => {
        const place = at(library, path);
        try {
          await upload(client, place, source);
        } catch (error) {
          if (statusOf(error) !== 409) throw unavailable("write file", error);
          if (!isRewritten(path) && (await hashOfFiled(client, place)) !== source.hash)
            throw filedOtherwise(library, path);
        }
        return { path, size: source.size, hash: source.hash };
      }),

    async local(library, path) {
      const place = join(cacheDir, library, path);
      if (sound.has(place) || (await isSound(place))) {
        sound.add(place);
        return place;
      }
      const started = arriving.get(place) ?? fetched(client, at(library, path), path, { place, arrivingDir });
      arriving.set(place, started);
      await started.finally(() => arriving.delete(place));
      return place;
    },

    async list(library, folder) {
      const start = `${folder === "" ? `${drives[library]}/root` : at(library, folder)}/children`;
      const found = await children(client, start);
      return found.map(({ name, size = 0 }) => ({ path: folder === "" ? name : `${folder}/${name}`, size }));
    },
  };
}

async function children(client: Client, start: string): Promise<readonly GraphFile[]> {
  try {
    return (await everyPage<GraphFile>(client, start)).filter(({ folder }) => !folder);
  } catch (error) {
    if (statusOf(error) === 404) return [];
    throw unavailable("list files", error);
  }
}

async function fetched(
  client: Client,
  from: string,
  path: string,
  to: { readonly place: string; readonly arrivingDir: string },
): Promise<void> {
  try {
    await download(client, from, to.place, to.arrivingDir);
  } catch (error) {
    if (statusOf(error) === 404) throw notFound("file", path);
    throw unavailable("read file", error);
  }
}

const hashOfFiled = (client: Client, place: string): Promise<string> =>
  hashAt(client, place).catch((error) => Promise.reject(unavailable("read file", error)));

const filedOtherwise = (library: Library, path: string) =>
  new LineOfSightError("conflict", `“${path}” is already filed with other content. Files are never overwritten.`, {
    facts: { library, path },
  });

/** Whether the copy is there, and, where its name is the hash of its bytes, whether they still are those. */
async function isSound(place: string): Promise<boolean> {
  const named = /^([0-9a-f]{64})\./.exec(basename(place))?.[1];
  if (named === undefined) return stat(place).then(Boolean, () => false);
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(place)) hash.update(piece);
  } catch {
    return false;
  }
  return hash.digest("hex") === named;
}
