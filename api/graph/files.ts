import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Client, FileUpload, LargeFileUploadTask, ResponseType } from "@microsoft/microsoft-graph-client";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import type { Files, Library, StoredFile } from "#domain/ports.ts";
import { everyPage } from "./every-page.ts";
import { statusOf, unavailable } from "./graph-error.ts";
import { drivePath } from "./odata.ts";

/** Up to here one PUT; above it an upload session in slices (multiples of 327,680 bytes). */
const ONE_PUT = 4 * 1024 * 1024;
const SLICE = 327_680 * 16;

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

/** Files in SharePoint's libraries, written once. `cacheDir` keeps copies for what reads from disk. */
export function graphFiles(client: Client, drives: Readonly<Record<Library, string>>, cacheDir: string): Files {
  const at = (library: Library, path: string) => `${drives[library]}/root:/${drivePath(path)}:`;
  const cached = (library: Library, path: string) => join(cacheDir, library, path);

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

    async put(library, path, bytes) {
      const source = "local" in bytes ? await readFile(bytes.local) : bytes;
      const stored: StoredFile = { path, size: source.length, hash: sha256(source) };
      try {
        await upload(client, at(library, path), path, source);
      } catch (error) {
        if (statusOf(error) !== 409) throw unavailable("write file", error);
        if (!isRewritten(path) && sha256(await get(library, path)) !== stored.hash) {
          throw new LineOfSightError(
            "conflict",
            `“${path}” is already filed with other content. Files are never overwritten.`,
            {
              facts: { library, path },
            },
          );
        }
      }
      return stored;
    },

    async local(library, path) {
      const place = cached(library, path);
      if (await there(place)) return place;
      const bytes = await get(library, path);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(`${place}.part`, bytes);
      await rename(`${place}.part`, place);
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

async function upload(client: Client, place: string, path: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length <= ONE_PUT) {
    await client
      .api(`${place}/content?@microsoft.graph.conflictBehavior=fail`)
      .header("content-type", "application/octet-stream")
      .put(bytes);
    return;
  }
  const session = await LargeFileUploadTask.createUploadSession(client, `${place}/createUploadSession`, {
    item: { "@microsoft.graph.conflictBehavior": "fail" },
  });
  const name = path.slice(path.lastIndexOf("/") + 1);
  const file = new FileUpload(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    name,
    bytes.length,
  );
  await new LargeFileUploadTask(client, file, session, { rangeSize: SLICE }).upload();
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const there = (place: string) => stat(place).then(Boolean, () => false);
