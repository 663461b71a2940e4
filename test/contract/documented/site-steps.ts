import { at, get, keeps, notFound, patch, post, remove, says } from "./step.ts";
import type { Step, World } from "./walk.ts";

const APP = "89ea5c94-7736-4e25-95ad-3fa95f62b66e";
const site = (world: World) => `/sites/${world.get("site")}`;
const grant = {
  roles: ["write"],
  grantedToIdentities: [{ application: { id: APP, displayName: "Time manager" } }],
};

/** Permissions are alike on sites, lists and rows. */
export const permissionSteps = (operations: string, place: (world: World) => string): readonly Step[] => {
  const one = (world: World) => `${place(world)}/permissions/${world.get(`${operations} permission`)}`;
  return [
    post(`${operations}.permissions.create`, (world) => `${place(world)}/permissions`, {
      body: grant,
      keep: keeps(`${operations} permission`),
      also: says("grantedToIdentitiesV2.0.application.id", APP),
    }),
    post(`${operations}.permissions.create`, (world) => `${place(world)}/permissions`, {
      what: "grantedToV2",
      body: { roles: ["read"], grantedToV2: { application: { id: APP, displayName: "Time manager" } } },
    }),
    post(`${operations}.permissions.create`, (world) => `${place(world)}/permissions`, {
      what: "400 without roles",
      body: { grantedToV2: { application: { id: APP } } },
      refused: { status: 400, code: "invalidRequest" },
    }),
    get(`${operations}.permissions.list`, (world) => `${place(world)}/permissions`),
    get(`${operations}.permissions.get`, one),
    get(`${operations}.permissions.get`, (world) => `${place(world)}/permissions/nobody`, notFound),
    patch(`${operations}.permissions.update`, one, { body: { roles: ["read"] }, also: says("roles", ["read"]) }),
    remove(`${operations}.permissions.delete`, one),
    remove(`${operations}.permissions.delete`, one, notFound),
  ];
};

/** Columns are alike on sites and lists. */
export const columnSteps = (operations: string, place: (world: World) => string): readonly Step[] => {
  const one = (world: World) => `${place(world)}/columns/${world.get(`${operations} column`)}`;
  const create = `${operations}.columns.create`;
  const kinds: Readonly<Record<string, object>> = {
    note: { text: { allowMultipleLines: true, textType: "plain", linesForEditing: 6 } },
    amount: { number: { decimalPlaces: "two", displayAs: "number", minimum: 0, maximum: 10 } },
    done: { boolean: {}, defaultValue: { value: "1" } },
    deadline: { dateTime: { displayAs: "default", format: "dateOnly" } },
    shade: { choice: { allowTextEntry: false, choices: ["red", "blue"], displayAs: "dropDownMenu" } },
    marks: { choice: { choices: ["a", "b"], displayAs: "checkBoxes" } },
    owner: { personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleOnly", displayAs: "account" } },
    price: { currency: { locale: "en-gb" } },
    link: { hyperlinkOrPicture: { isPicture: false } },
    twice: { calculated: { format: "dateOnly", formula: "=[Amount]*2", outputType: "number" } },
  };
  return [
    post(create, (world) => `${place(world)}/columns`, {
      body: {
        description: "A test",
        displayName: "Short text",
        enforceUniqueValues: false,
        hidden: false,
        indexed: false,
        name: "shortText",
        text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
      },
      keep: keeps(`${operations} column`),
      also: says("name", "shortText"),
    }),
    ...Object.entries(kinds).map(([name, kind]) =>
      post(create, (world) => `${place(world)}/columns`, { what: `a column ${name}`, body: { name, ...kind } }),
    ),
    post(create, (world) => `${place(world)}/columns`, {
      what: "400 for two kinds",
      body: { name: "both", text: {}, number: {} },
      refused: { status: 400, code: "invalidRequest" },
    }),
    post(create, (world) => `${place(world)}/columns`, {
      what: "409 for a name taken",
      body: { name: "shortText", text: {} },
      refused: { status: 409, code: "nameAlreadyExists" },
    }),
    get(`${operations}.columns.list`, (world) => `${place(world)}/columns`),
    get(`${operations}.columns.list`, (world) => `${place(world)}/columns?$top=2`, { what: "$top" }),
    get(`${operations}.columns.get`, one),
    get(`${operations}.columns.get`, (world) => `${place(world)}/columns/nothing`, notFound),
    patch(`${operations}.columns.update`, one, {
      body: { displayName: "Shorter text", required: true, text: { maxLength: 100 } },
      also: says("displayName", "Shorter text"),
    }),
    patch(`${operations}.columns.update`, one, {
      what: "400 for another kind",
      body: { number: {} },
      refused: { status: 400, code: "invalidRequest" },
    }),
    remove(`${operations}.columns.delete`, one),
    remove(`${operations}.columns.delete`, one, notFound),
  ];
};

export const siteSteps: readonly Step[] = [
  get("site.getByPath", (world) => `/sites/${world.get("host")}:${world.get("site path")}`, { keep: keeps("site") }),
  get("site.getByPath", (world) => `/sites/${world.get("host")}:/sites/nowhere`, notFound),
  get("site.get", site),
  get("site.get", (world) => `/sites/${world.get("site").split(",")[1]}`, { what: "by the collection's id" }),
  get("site.get", () => "/sites/00000000-0000-4000-8000-000000000000", notFound),
  get("site.root", () => "/sites/root", {
    also: (answered) => (at(answered, "root") ? undefined : "the root site has no root facet"),
  }),
  get("site.search", () => "/sites?search=line", { also: says("value.0.displayName", "Line of Sight") }),
  get("site.drive", (world) => `${site(world)}/drive`, { keep: keeps("drive") }),
  get("site.drives", (world) => `${site(world)}/drives`),
  ...permissionSteps("site", site),
  ...columnSteps("site", site),
];
