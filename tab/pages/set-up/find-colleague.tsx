import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { findPeople } from "#api/operations/find-people.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { useSettled } from "../../ask/use-settled.ts";
import { SearchIcon } from "../../look/icons.ts";

type Found = AnswerOf<typeof findPeople>["people"][number];

const LEAST = 2;

/** Finds somebody by name, so that nobody has to look up an object id. */
export function FindColleague({ onFound }: { readonly onFound: (colleague: Found) => void }) {
  const styles = useStyles();
  const box = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const name = useSettled(words.trim());
  const off = name.length < LEAST || words.trim().length < LEAST;
  const { data, error, isFetching } = useAnswer<typeof findPeople>("/people/found", { query: { name }, off });
  const people = off ? [] : (data?.people ?? []);
  return (
    <div className={styles.all}>
      <Field label="Look for a colleague" hint="Begin to type their name, then choose them.">
        <Input
          ref={box}
          type="search"
          contentBefore={<SearchIcon />}
          value={words}
          onChange={(_, { value }) => setWords(value)}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        />
      </Field>
      {people.length > 0 && (
        <ul aria-label="Colleagues found" className={styles.list}>
          {people.map((each) => (
            <li key={each.person}>
              <Button
                className={styles.choice}
                appearance="subtle"
                onClick={() => {
                  onFound(each);
                  setWords("");
                  // The choices go away, and the keyboard must not be left nowhere.
                  box.current?.focus();
                }}
              >
                {each.jobTitle ? `${each.name}, ${each.jobTitle}` : each.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={styles.line}>
        {off ? "" : error ? error.message : sayFound(people.length, isFetching, data?.say)}
      </p>
    </div>
  );
}

function sayFound(count: number, looking: boolean, say: string | undefined): string {
  if (count === 0 && looking) return "Looking";
  const found = count === 0 ? "Nobody of that name was found. You can type their account below." : "";
  return [found, say].filter(Boolean).join(" ");
}

const useStyles = makeStyles({
  all: { display: "grid", rowGap: "4px", minWidth: 0 },
  list: { listStyle: "none", margin: 0, padding: 0 },
  choice: { width: "100%", justifyContent: "flex-start", textAlign: "left", fontWeight: tokens.fontWeightRegular },
  line: { margin: 0, color: tokens.colorNeutralForeground2, ":empty": { display: "none" } },
});
