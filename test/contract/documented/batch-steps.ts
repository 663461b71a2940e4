import { at, post } from "./step.ts";
import type { Step, World } from "./walk.ts";

const read = (id: string, url: string, dependsOn?: string[]) => ({
  id,
  method: "GET",
  url,
  ...(dependsOn ? { dependsOn } : {}),
});
const create = (world: World) => ({
  id: "1",
  method: "POST",
  url: `/sites/${world.get("site")}/lists/${world.get("list")}/items`,
  headers: { "Content-Type": "application/json" },
  body: { fields: { Title: "In a batch" } },
});

export const batchSteps: readonly Step[] = [
  post("batch", () => "/$batch", {
    body: (world: World) => ({
      requests: [
        create(world),
        read("2", `/sites/${world.get("site")}/lists/nowhere`),
        read("3", "/sites/root", ["2"]),
        read("4", "/sites/root", ["1"]),
      ],
    }),
    also: (answered) => {
      const responses = at(answered, "responses") as { id: string; status: number }[];
      const statuses = responses.toSorted((a, b) => Number(a.id) - Number(b.id)).map(({ status }) => status);
      return String(statuses) === "201,404,424,200" ? undefined : `inner statuses are ${statuses}`;
    },
  }),
  post("batch", () => "/$batch", {
    what: "400 for more than 20",
    body: { requests: Array.from({ length: 21 }, (_, n) => read(String(n), "/sites/root")) },
    refused: { status: 400 },
  }),
  post("batch", () => "/$batch", {
    what: "400 for an id twice",
    body: { requests: [read("1", "/sites/root"), read("1", "/sites/root")] },
    refused: { status: 400 },
  }),
];
