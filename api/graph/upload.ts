import { type Client, type FileObject, LargeFileUploadTask } from "@microsoft/microsoft-graph-client";
import { statusOf } from "./graph-error.ts";
import { persistently } from "./persistently.ts";
import type { UploadSource } from "./upload-source.ts";

/** Up to here one PUT; above it an upload session in slices (multiples of 327,680 bytes). */
const ONE_PUT = 4 * 1024 * 1024;
const SLICE = 327_680 * 16;
const SESSIONS = 3;

/**
 * Writes a new file at `place` (a drive path ending in a colon), going on after lost connections where SharePoint says.
 * Throws Graph's 409 when there is a file already, its own from a try whose answer was lost included.
 */
export async function upload(client: Client, place: string, source: UploadSource): Promise<void> {
  if (source.size > ONE_PUT) return inSlices(client, place, source);
  const bytes = await source.slice(0, source.size);
  await persistently(() =>
    client
      .api(`${place}/content?@microsoft.graph.conflictBehavior=fail`)
      .header("content-type", "application/octet-stream")
      .put(bytes),
  );
}

async function inSlices(client: Client, place: string, source: UploadSource): Promise<void> {
  for (let sessions = 1; ; sessions++) {
    const session = await persistently(() =>
      LargeFileUploadTask.createUploadSession(client, `${place}/createUploadSession`, {
        item: { "@microsoft.graph.conflictBehavior": "fail" },
      }),
    );
    const task = new LargeFileUploadTask(client, fileOf(place, source), session, { rangeSize: SLICE });
    try {
      await persistently((again) => (again ? task.resume() : task.upload()));
      return;
    } catch (error) {
      // The session is gone: given up by SharePoint, or done with only its last answer lost. A new one tells which.
      if (statusOf(error) !== 404 || sessions === SESSIONS) throw error;
    }
  }
}

const fileOf = (name: string, source: UploadSource): FileObject<UploadSource> => ({
  content: source,
  name,
  size: source.size,
  sliceFile: ({ minValue, maxValue }) => source.slice(minValue, maxValue + 1),
});
