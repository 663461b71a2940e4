import { Button, makeStyles, SearchBox, Select, Tab, TabList } from "@fluentui/react-components";
import { useSearchParams } from "wouter";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import { optionWords } from "#domain/register/option-words.ts";
import type { Register } from "#domain/register/register.ts";
import { type AnswerWords, isWanted, type WhichRows } from "#domain/register/which-rows.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { useDownload } from "../ask/use-download.ts";
import { Page } from "../frame/page.tsx";
import { useScope } from "../frame/scope.ts";
import { Answered } from "../look/answered.tsx";
import { ButtonTo } from "../look/button-to.tsx";
import { type Column, DataTable } from "../look/data-table.tsx";
import { Empty } from "../look/empty.tsx";
import { DownloadIcon } from "../look/icons.ts";
import { LinkTo } from "../look/link-to.tsx";
import { ProblemNote } from "../look/problem-note.tsx";
import { capital } from "../register/choices.tsx";
import { rowPath } from "../register/row-path.ts";
import { ShowAnswer } from "../register/show-answer.tsx";
import { useAllRows } from "../register/use-all-rows.ts";
import { useHeadline } from "../register/use-headline.ts";
import { useWords } from "../register/use-words.ts";
import { NotFoundPage } from "./not-found.page.tsx";

/** One register as a table, under any of its practice names. */
export function RegisterPage({ slug = "" }: Readonly<Record<string, string>>) {
  const register = registerBySlug(slug);
  return register ? <Table key={slug} register={register} /> : <NotFoundPage />;
}

function Table({ register }: { readonly register: Register }) {
  const styles = useStyles();
  const [params] = useSearchParams();
  const [scope] = useScope();
  const elsewhere = register.slug === auditTrail.slug;
  const answer = useAllRows(register.slug, elsewhere);
  const download = useDownload();
  const wordsOf = useWords(register);
  const headlineOf = useHeadline(register);
  const wanted: WhichRows = {
    view: params.get("view") ?? undefined,
    status: params.get("status") ?? undefined,
    words: params.get("words") ?? undefined,
    ...scope,
  };
  const view = register.views.find(({ name }) => name === wanted.view);
  return (
    <Page
      title={view?.name ?? register.title}
      lead={register.purpose}
      above={[{ to: "/registers", name: "Registers" }]}
      action={
        answer.data &&
        answer.data.total > 0 && (
          <Button
            icon={<DownloadIcon />}
            disabledFocusable={download.isPending}
            onClick={() => download.mutate(`/registers/${register.slug}/export?${asQuery(wanted)}`)}
          >
            Export for a spreadsheet
          </Button>
        )
      }
    >
      {download.error && <ProblemNote problem={download.error} />}
      {elsewhere ? (
        <Empty title="The audit trail is kept in SharePoint">
          What happened to one row is on the row's own page. An administrator looks into the whole trail and has it
          verified.
        </Empty>
      ) : (
        <>
          <Filters register={register} view={view?.name ?? ""} />
          <Answered answer={answer} reading={`Reading ${register.title}`}>
            {({ rows, total }) => {
              const shown = rows.filter(({ key, answers }) => isWanted(register, { ...answers, key }, wanted, wordsOf));
              return shown.length === 0 ? (
                <NothingHere register={register} none={rows.length === 0} />
              ) : (
                <div className={styles.table}>
                  <p className={styles.count} aria-live="polite">
                    {shown.length.toLocaleString("en-GB")} of {total.toLocaleString("en-GB")}{" "}
                    {total === 1 ? register.words.one : register.words.many}
                    {rows.length < total && ". An export holds all of them."}
                  </p>
                  <DataTable label={register.title} columns={columnsOf(register, wordsOf, headlineOf)} rows={shown} />
                </div>
              );
            }}
          </Answered>
        </>
      )}
    </Page>
  );
}

/** The practice names as tabs, words to find, and where rows stand. All of it is in the address, so that it can be sent on. */
function Filters({ register, view }: { readonly register: Register; readonly view: string }) {
  const styles = useStyles();
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  const statuses = register.status ? (register.fields[register.status]?.options ?? []) : [];
  return (
    <div className={styles.filters}>
      {register.views.length > 0 && (
        <div className={styles.views}>
          <TabList
            aria-label="Known as"
            selectedValue={view}
            onTabSelect={(_, { value }) => set("view", String(value))}
          >
            <Tab value="">Everything</Tab>
            {register.views.map(({ name }) => (
              <Tab key={name} value={name}>
                {name}
              </Tab>
            ))}
          </TabList>
        </div>
      )}
      <SearchBox
        aria-label="Find in this register"
        placeholder="Find"
        value={params.get("words") ?? ""}
        onChange={(_, { value }) => set("words", value)}
      />
      {statuses.length > 0 && (
        <Select
          aria-label="Where it stands"
          value={params.get("status") ?? ""}
          onChange={(_, { value }) => set("status", value)}
        >
          <option value="">Wherever it stands</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {capital(optionWords(status))}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

/** Where the rows of a register come from. */
const workOf = {
  "set-up": { to: "/set-up", says: "Go to Set-up" },
  cycle: { to: "/cycles", says: "Go to the cycles" },
  improvement: { to: "/actions", says: "Go to the actions" },
  outcomes: { to: "/outcomes", says: "Go to Outcomes" },
  scrutiny: { to: "/scrutiny", says: "Go to Scrutiny" },
  governance: { to: "/governance", says: "Go to Governance" },
  operational: { to: "/registers", says: "See the registers" },
} as const satisfies Record<Register["kind"], unknown>;

function NothingHere({ register, none }: { readonly register: Register; readonly none: boolean }) {
  if (!none)
    return (
      <Empty title="Nothing fits what you filter by">
        Take a filter away, or <LinkTo to={`/registers/${register.slug}`}>see everything</LinkTo>.
      </Empty>
    );
  return (
    <Empty
      title={`No ${register.words.many} that you may see yet`}
      action={<ButtonTo to={workOf[register.kind].to}>{workOf[register.kind].says}</ButtonTo>}
    >
      They appear here as the work goes on, each with who wrote it and when.
    </Empty>
  );
}

function columnsOf(
  register: Register,
  wordsOf: AnswerWords,
  headlineOf: (row: RowAnswer) => string,
): readonly Column<RowAnswer>[] {
  const rest = register.brief.filter((name) => name !== register.headline);
  return [
    {
      name: register.headline,
      label: register.fields[register.headline]?.label ?? "Name",
      show: (row) => <LinkTo to={rowPath(register.slug, row.key)}>{headlineOf(row)}</LinkTo>,
      by: headlineOf,
    },
    ...rest.flatMap((name) => {
      const field = register.fields[name];
      if (!field) return [];
      const show = ({ answers }: RowAnswer) => (
        <ShowAnswer field={field} value={answers[name]} status={name === register.status} />
      );
      const by = ({ answers }: RowAnswer) => {
        const value = answers[name];
        return typeof value === "number" ? value : wordsOf(field, value);
      };
      const number = field.kind === "number";
      return [{ name, label: field.label, show, by, number, wide: name !== register.status }];
    }),
  ];
}

const asQuery = (wanted: WhichRows): string =>
  new URLSearchParams(Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: "8px", minWidth: 0 },
  views: {
    flexBasis: "100%",
    minWidth: 0,
    overflowX: "auto",
    "@media (min-width: 720px)": { overflowX: "visible", "& > *": { flexWrap: "wrap" } },
  },
  table: { display: "grid", rowGap: "8px", gridTemplateColumns: "minmax(0, 1fr)" },
  count: { margin: 0 },
});
