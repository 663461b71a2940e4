import { expect, it } from "vitest";
import { remembering } from "./remembering.ts";

const MINUTE = 60_000;

function watched(until: number) {
  const clock = { at: 0 };
  const asked: string[] = [];
  const find = remembering(
    async (text) => {
      asked.push(text);
      if (text === "bad") throw new Error("bad");
      return { value: text.length, until };
    },
    () => clock.at,
  );
  return { clock, asked, find };
}

it("finds out once, and again only when it has ended", async () => {
  const { clock, asked, find } = watched(2 * MINUTE);
  expect([await find("good"), await find("good")]).toEqual([4, 4]);
  expect(asked).toEqual(["good"]);
  clock.at = 2 * MINUTE;
  await find("good");
  expect(asked).toEqual(["good", "good"]);
});

it("believes nothing for more than five minutes", async () => {
  const { clock, asked, find } = watched(60 * MINUTE);
  await find("good");
  clock.at = 5 * MINUTE;
  await find("good");
  expect(asked).toHaveLength(2);
});

it("remembers no failure", async () => {
  const { asked, find } = watched(MINUTE);
  await expect(find("bad")).rejects.toThrow("bad");
  await expect(find("bad")).rejects.toThrow("bad");
  expect(asked).toEqual(["bad", "bad"]);
});

it("keeps two thousand at most, those used last", async () => {
  const { asked, find } = watched(MINUTE);
  await find("first");
  await find("second");
  for (let at = 0; at < 1_998; at++) await find(`${at}`);
  await find("first");
  await find("one more");
  const before = asked.length;
  await find("first");
  expect(asked).toHaveLength(before);
  await find("second");
  expect(asked).toHaveLength(before + 1);
});
