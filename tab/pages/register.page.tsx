import { makeStyles, SearchBox, Select } from "@fluentui/react-components";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { readRegister } from "#api/operations/read-register.ts";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import type { Register, View } from "#domain/register/register.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { Page } from "../frame/page.tsx";
import { type Scope, useScope } from "../frame/scope.ts";
import { Answered } from "../look/answered.tsx";
import { type Column, DataTable } from "../look/data-table.tsx";
import { Empty } from "../look/empty.tsx";
import { LinkTo } from "../look/link-to.tsx";
import { rowPath } from "../register/row-path.ts";
import { ShowAnswer } from "../register/show-answer.tsx";
import { NotFoundPage } from "./not-found.page.tsx";

/** One register as a table, under any of its practice names. */
export function RegisterPage({ slug = "" }: Readonly<Record<string, string>>) {
  const register = registerBySlug(slug);
  return register ? <Table key={slug} register={register} /> : <NotFoundPage />;
}

function Table({ register }: { readonly register: Register }) {
  const styles = useStyles();
  const [params, setParams] = useSearchParams();
  const [words, setWords] = useState("");
  const [scope] = useScope();
  const answer = useAnswer<typeof readRegister>(`/registers/${register.slug}/rows`, { query: { most: 500 } });
  const view = register.views.find(({ name }) => name === params.get("view"));
  return (
    <Page
      title={view?.name ?? register.title}
      lead={register.purpose}
      above={[{ to: "/registers", name: "Registers" }]}
    >
      <div className={styles.filters}>
        <SearchBox
          aria-label="Find in this register"
          placeholder="Find"
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
        {register.views.length > 0 && (
          <Select
            aria-label="View"
            value={view?.name ?? ""}
            onChange={(_, { value }) => setParams(value ? { view: value } : {})}
          >
            <option value="">{register.title}: everything</option>
            {register.views.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </div>
      <Answered answer={answer} reading={`Reading ${register.title}`}>
        {({ rows, total }) => {
          const shown = rows.filter((row) => inView(row, view) && inScope(register, row, scope) && says(row, words));
          return shown.length === 0 ? (
            <Empty title={rows.length === 0 ? `No ${register.words.many} yet` : "Nothing fits what you filter by"}>
              {rows.length === 0 ? "Rows appear here as the work goes on." : "Take a filter away to see more."}
            </Empty>
          ) : (
            <>
              <p className={styles.count} aria-live="polite">
                {shown.length} of {total} {total === 1 ? register.words.one : register.words.many}
              </p>
              <DataTable label={register.title} columns={columnsOf(register)} rows={shown} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function columnsOf(register: Register): readonly Column<RowAnswer>[] {
  const rest = register.brief.filter((name) => name !== register.headline);
  return [
    {
      name: register.headline,
      label: register.fields[register.headline]?.label ?? "Name",
      show: ({ key, headline }) => <LinkTo to={rowPath(register.slug, key)}>{headline}</LinkTo>,
    },
    ...rest.flatMap((name, at) => {
      const field = register.fields[name];
      if (!field) return [];
      const show = ({ answers }: RowAnswer) => (
        <ShowAnswer field={field} value={answers[name]} status={name === register.status} />
      );
      return [
        { name, label: field.label, show, number: field.kind === "number", wide: at > 0 && name !== register.status },
      ];
    }),
  ];
}

function inView({ answers }: RowAnswer, view: View | undefined): boolean {
  if (!view?.where) return true;
  const value = answers[view.where.field];
  return (Array.isArray(value) ? value : [value]).some((each) => view.where?.is.includes(String(each)));
}

function inScope({ scope: fields }: Register, { key, answers }: RowAnswer, { contract, service }: Scope): boolean {
  const holds = (field: string | undefined, wanted: string | undefined) => {
    if (!field || !wanted) return true;
    const value = field === "key" ? key : answers[field];
    return Array.isArray(value) ? value.includes(wanted) : value === wanted;
  };
  return holds(fields.contract, contract) && holds(fields.services, service);
}

const says = ({ key, headline, answers }: RowAnswer, words: string): boolean => {
  const all = `${key} ${headline} ${Object.values(answers).join(" ")}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
};

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: "8px" },
  count: { margin: "0 0 -16px" },
});
