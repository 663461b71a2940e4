import { expect, test } from "vitest";
import { matcher } from "./route.ts";

const content = matcher("/drives/{drive-id}/{drive-item}/content");
const item = matcher("/drives/{drive-id}/{drive-item}");

test.each([
  ["/drives/b!1/root/content", "root", {}],
  ["/drives/b!1/items/01AB/content", "items/{item-id}", { "item-id": "01AB" }],
  ["/drives/b!1/root:/a%20b/c.txt:/content", "root:/{item-path}:", { "item-path": "a b/c.txt" }],
  [
    "/drives/b!1/items/01AB:/c.txt:/content",
    "items/{parent-id}:/{item-path}:",
    { "item-id": "01AB", "item-path": "c.txt" },
  ],
])("%s is addressed by %s", (path, template, parameters) => {
  expect(content(path)).toEqual({
    template: `/drives/{drive-id}/${template}/content`,
    parameters: { "drive-id": "b!1", ...parameters },
  });
});

test("a file may be named by path with or without the closing colon", () => {
  expect(item("/drives/b!1/root:/a/b.txt")?.parameters).toEqual(item("/drives/b!1/root:/a/b.txt:")?.parameters);
});

test.each(["/drives/b!1/root:/a/b.txt:/content", "/drives/b!1/items"])("%s is not a file or folder itself", (path) => {
  expect(item(path)).toBeUndefined();
});

test("a badly encoded path is never taken for the folder above it", () => {
  expect(() => item("/drives/b!1/root:/%E0%A4%A:")).toThrow(URIError);
});
