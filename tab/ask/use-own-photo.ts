import { useQuery } from "@tanstack/react-query";
import type { profile } from "#api/operations/profile.ts";
import { useClient } from "./client.ts";
import { useAnswer } from "./use-answer.ts";

const A_DAY_MS = 24 * 3_600_000;

/** The picture of whoever is signed in, as an address an image takes; undefined while there is none. */
export function useOwnPhoto(person: string): string | undefined {
  const client = useClient();
  const { data: own } = useAnswer<typeof profile>("/me/profile");
  const { data } = useQuery({
    queryKey: ["photo", person],
    queryFn: async () => dataAddress((await client.download(`/people/${person}/photo`)).bytes),
    enabled: own?.hasPhoto === true,
    staleTime: A_DAY_MS,
    retry: false,
  });
  return data;
}

/** Part of the page, so that nothing has to be let go of later. */
const dataAddress = (bytes: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(bytes);
  });
