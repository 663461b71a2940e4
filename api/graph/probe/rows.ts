import type { Ground } from "./ground.ts";
import { type Question, refusal, shown } from "./question.ts";

const LONG = "long ".repeat(11_999).trim();

const tellsOf = ({ list }: Ground, key: string, token?: string) =>
  list.changes(token).then(({ items }) => items.find(({ fields }) => fields.key === key));

/** What we take for granted about rows. */
export const aboutRows: readonly Question[] = [
  {
    says: "A second row with the same key is refused by the list itself",
    without: "A row is once-only by its claim alone; the unique column is only the second guard.",
    async attempt({ app, listPath }) {
      const twice = () => app.api(`${listPath}/items`).post({ fields: { key: "twice" } });
      await twice();
      const refused = await refusal(twice());
      return shown(refused !== undefined, refused?.words);
    },
  },
  {
    says: "A row is found by its key as soon as it is written",
    without: "After a lost answer a row could be made twice.",
    needed: true,
    async attempt({ list }) {
      const { id } = await list.create({ key: "at-once" });
      return shown((await list.byKey("at-once"))?.id === id);
    },
  },
  {
    says: "A change that names an older version is refused with 412",
    without: "Two people at once could overwrite each other.",
    needed: true,
    async attempt({ list }) {
      const { id, etag } = await list.create({ key: "raced", plain: "first" });
      await list.update(id, etag, { plain: "second" });
      const refused = await refusal(list.update(id, etag, { plain: "third" }));
      return shown(refused?.status === 412 && (await list.get(id)).fields.plain === "second", refused?.words);
    },
  },
  {
    says: "A filter on a column without an index is refused",
    without: "A slow question would go unnoticed until a list is long.",
    async attempt({ app, listPath }) {
      const refused = await refusal(app.api(`${listPath}/items?$filter=fields/plain eq 'x'`).get());
      return shown(refused?.status === 400, refused?.words);
    },
  },
  {
    says: "A note of 60,000 characters comes back whole",
    without: "Long notes and lists kept in rows would be cut.",
    needed: true,
    async attempt({ list }) {
      const { id } = await list.create({ key: "long", note: LONG });
      return shown((await list.get(id)).fields.note === LONG);
    },
  },
  {
    says: "A field that was emptied is left out or null",
    without: "An emptied answer could come back as a word.",
    async attempt({ list }) {
      const { id, etag } = await list.create({ key: "emptied", many: 3 });
      await list.update(id, etag, { many: null });
      return shown(((await list.get(id)).fields.many ?? null) === null);
    },
  },
  {
    says: "The list tells that our application, not a person, wrote a row",
    without: "Changes made behind the app could not be told from our own.",
    async attempt({ list }) {
      const { id } = await list.create({ key: "whose" });
      return shown(Boolean((await list.get(id)).byApp));
    },
  },
  {
    says: "The list's changes can be read with the app's own grant, rows and all",
    without: "Every sweep would read every row; pages would be older.",
    async attempt(ground) {
      await ground.list.create({ key: "told", plain: "words" });
      return shown((await tellsOf(ground, "told"))?.fields.plain === "words");
    },
  },
  {
    says: "Changes can be read from now on, without what was there",
    without: "A start reads the whole change feed once.",
    async attempt(ground) {
      const { token, items } = await ground.list.changes("latest");
      await ground.list.create({ key: "after-latest" });
      return shown(items.length === 0 && (await tellsOf(ground, "after-latest", token)) !== undefined);
    },
  },
  {
    says: "A row that was taken away is told among the changes",
    without: "A row deleted by hand is found only by reading the whole list.",
    async attempt({ list }) {
      const { id } = await list.create({ key: "gone" });
      const { token } = await list.changes();
      await list.remove(id);
      return shown((await list.changes(token)).gone.includes(id));
    },
  },
];
