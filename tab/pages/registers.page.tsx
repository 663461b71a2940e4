import { makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Register } from "#domain/register/register.ts";
import { registers } from "#domain/registers/index.ts";
import { Page } from "../frame/page.tsx";
import { Empty } from "../look/empty.tsx";
import { LinkTo } from "../look/link-to.tsx";
import { RegisterList } from "./registers/register-list.tsx";

const groups = [
  ["set-up", "Set-up"],
  ["cycle", "The reporting cycle"],
  ["improvement", "Improvement"],
  ["outcomes", "Outcomes"],
  ["scrutiny", "Commissioner queries and external reviews"],
  ["governance", "Governance"],
] as const satisfies readonly (readonly [Register["kind"], string])[];

/** Every register, under the names good practice has for it. */
export function RegistersPage() {
  const styles = useStyles();
  const [words, setWords] = useState("");
  const wanted = words.trim().toLowerCase();
  const found = registers.filter((register) => namesOf(register).includes(wanted));
  return (
    <Page
      title="Registers"
      lead="Everything Line of Sight knows, kept as lists in your own SharePoint. Find one by the name you use for it."
      action={
        <SearchBox
          aria-label="Find a register"
          placeholder="Find a register"
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
      }
    >
      {found.length === 0 && (
        <Empty title="No register goes by that name">
          Try one word of it, or see <LinkTo to="/registers">all of them</LinkTo>.
        </Empty>
      )}
      {groups.map(([kind, title]) => {
        const some = found.filter((register) => register.kind === kind);
        return (
          some.length > 0 && (
            <section key={kind} aria-label={title} className={styles.group}>
              <h2 className={styles.heading}>{title}</h2>
              <RegisterList registers={some} />
            </section>
          )
        );
      })}
    </Page>
  );
}

const namesOf = ({ title, words, views, purpose }: Register) =>
  [title, words.one, words.many, ...(words.also ?? []), ...views.map(({ name }) => name), purpose]
    .join(" ")
    .toLowerCase();

const useStyles = makeStyles({
  group: { display: "grid", rowGap: "12px", gridTemplateColumns: "minmax(0, 1fr)" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
});
