import { Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { askPerson } from "#api/operations/ask-person.ts";
import { useSend } from "../../ask/use-send.ts";
import { ReasonDialog } from "../../look/reason-dialog.tsx";
import { AssignmentFields } from "./assignment-fields.tsx";
import { FindColleague } from "./find-colleague.tsx";
import type { Assignment, People, Person } from "./rights-words.ts";

interface Props {
  readonly all: People;
  /** Whose rights are to change; a new colleague without one. */
  readonly person?: Person | undefined;
  readonly onClose: () => void;
}

/** Asks for other rights of somebody, or for a colleague to be let in. A second person agrees later. */
export function AskChange({ all, person, onClose }: Props) {
  const send = useSend<typeof askPerson>(() => "Asked for. A second person has to agree before anything changes.");
  const [account, setAccount] = useState("");
  const [name, setName] = useState("");
  const [assignments, setAssignments] = useState<readonly Assignment[]>(person?.assignments ?? []);
  const [safeguarding, setSafeguarding] = useState(person?.safeguarding ?? false);
  const [deputy, setDeputy] = useState(person?.deputy ?? "");
  const [left, setLeft] = useState(false);
  const ask = (reason: string) => {
    const rights = { assignments, safeguarding, ...(deputy && { deputy }), status: left ? "left" : "active" };
    const body = person
      ? { etag: person.etag, rights, reason }
      : { person: account.trim(), name: name.trim(), rights, reason };
    send.mutate({ path: person ? `/people/${person.key}/rights` : "/people", body }, { onSuccess: onClose });
  };
  return (
    <ReasonDialog
      title={person ? `Change the rights of ${person.name}` : "Add a colleague"}
      question="Why?"
      hint="Whoever agrees reads this, and it stays in the record."
      does="Ask for it"
      problem={send.error}
      busy={send.isPending}
      onReason={ask}
      onCancel={onClose}
    >
      {!person && (
        <>
          <FindColleague
            onFound={(found) => {
              setAccount(found.person);
              setName(found.name);
            }}
          />
          <Field label="Name" required>
            <Input value={name} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Field label="Account" required hint="The object id of their account, as Microsoft Entra shows it.">
            <Input value={account} onChange={(_, { value }) => setAccount(value)} />
          </Field>
        </>
      )}
      <AssignmentFields value={assignments} all={all} onChange={setAssignments} />
      <Checkbox
        label="May see safeguarding rows"
        checked={safeguarding}
        onChange={(_, { checked }) => setSafeguarding(checked === true)}
      />
      <Field label="Deputy" hint="Stands in while this person is away.">
        <Select value={deputy} onChange={(_, { value }) => setDeputy(value)}>
          <option value="">Nobody</option>
          {all.people
            .filter((each) => each.status === "active" && each.person !== person?.person)
            .map((each) => (
              <option key={each.key} value={each.person}>
                {each.name}
              </option>
            ))}
        </Select>
      </Field>
      {person && (
        <Checkbox
          label="Has left, and loses all access"
          checked={left}
          onChange={(_, { checked }) => setLeft(checked === true)}
        />
      )}
    </ReasonDialog>
  );
}
