import { useMutation } from "@tanstack/react-query";
import { useSaid } from "../look/said.tsx";
import { type Asked, useClient } from "./client.ts";
import type { Problem } from "./problem.ts";

/** What has to be said to be given the file, e.g. the reason. */
interface Wanted extends Asked {
  readonly path: string;
}

/** Fetches a file as the signed-in person and keeps it under the name the api gives it. */
export function useDownload() {
  const client = useClient();
  const say = useSaid();
  return useMutation<{ name: string; bytes: Blob }, Problem, string | Wanted>({
    mutationFn: (wanted) =>
      typeof wanted === "string" ? client.download(wanted) : client.download(wanted.path, wanted),
    onSuccess: ({ name, bytes }) => {
      save(name, bytes);
      say(`“${name}” is downloaded`);
    },
  });
}

function save(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the bytes when it gets to it; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
