import { Button, Field, Input, makeStyles, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { submitPack } from "#api/operations/submit-pack.ts";
import { optionWords } from "#domain/register/option-words.ts";
import type { Contract } from "#domain/registers/contracts.ts";
import type { InputOf } from "../../ask/answer-of.ts";
import { useRows } from "../../ask/use-rows.ts";
import { useSend } from "../../ask/use-send.ts";
import { holds, useMe } from "../../frame/me-context.ts";
import { Answered } from "../../look/answered.tsx";
import { ButtonTo } from "../../look/button-to.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { FactRow } from "../../look/fact-row.tsx";
import { ProblemNote } from "../../look/problem-note.tsx";
import { capital } from "../../register/choices.tsx";
import { sayDay } from "../../words/say-day.ts";
import { sayMoment } from "../../words/say-time.ts";
import { useToday } from "../../words/today-context.ts";
import { PackHidden } from "./approve/pack-hidden.tsx";
import { type PackInList, usePacks } from "./approve/use-pack.ts";
import { PackFiles } from "./compile/pack-files.tsx";
import type { CycleShown, StageProps } from "./stage-page.ts";

type Sent = Omit<InputOf<typeof submitPack>, "key" | "etag">;

const routes = ["secure-email", "portal", "file-transfer"] as const;

/** Submitting: only the signed version, by the agreed route; then the record of who sent it, how and when. */
export function StageWork({ cycle }: StageProps) {
  const { answer, current } = usePacks(cycle.key);
  return (
    <Answered answer={answer} reading="Reading the pack's versions">
      {({ hidden }) => {
        if (!current && hidden) return <PackHidden />;
        if (!current || current.files.length === 0)
          return (
            <Card>
              <Empty
                title="There is nothing to send yet"
                action={<ButtonTo to={`/cycles/${cycle.key}/${cycle.stage}`}>See where the cycle stands</ButtonTo>}
              >
                Only a signed version that is built and filed can be sent.
              </Empty>
            </Card>
          );
        return (
          <>
            {current.submission ? <Record pack={current} /> : <SendIt cycle={cycle} pack={current} />}
            <Card title="What is sent">
              <PackFiles
                pack={{ ...current, files: current.files.filter(({ edition }) => edition === "commissioner") }}
              />
            </Card>
          </>
        );
      }}
    </Answered>
  );
}

function Record({ pack: { submission, packVersion } }: { readonly pack: PackInList }) {
  const today = useToday();
  if (!submission) return null;
  const { to, route, by, at, receipt, portalReference, receivedOn } = submission;
  return (
    <Card title={`Version ${packVersion} was sent`}>
      <FactRow
        facts={[
          { name: "To", value: to },
          { name: "By", value: capital(optionWords(route)) },
          { name: "Sent", value: sayMoment(at) },
          { name: "Recorded by", value: by },
          ...(receivedOn ? [{ name: "Received on", value: sayDay(receivedOn, today) }] : []),
          ...(portalReference ? [{ name: "Portal reference", value: portalReference }] : []),
          ...(receipt ? [{ name: "Receipt", value: receipt }] : []),
        ]}
      />
    </Card>
  );
}

function SendIt({ cycle, pack }: { readonly cycle: CycleShown; readonly pack: PackInList }) {
  const me = useMe();
  const { rows } = useRows<Contract>("contracts");
  const contract = rows.find(({ key }) => key === cycle.contract)?.answers;
  if (!holds(me, "contracts-manager") || cycle.stage !== "submit")
    return (
      <Card>
        <Empty title={`Version ${pack.packVersion} is not sent yet`}>
          A contracts manager sends it by the agreed route, {optionWords(contract?.submissionRoute ?? "")}, and records
          it here.
        </Empty>
      </Card>
    );
  return contract ? <Form key={cycle.contract} pack={pack} contract={contract} /> : null;
}

function Form({ pack, contract }: { readonly pack: PackInList; readonly contract: Partial<Contract> }) {
  const styles = useStyles();
  const [{ etag }] = useState(pack);
  const [sent, setSent] = useState<Sent>({
    submittedTo: contract.submissionAddress ?? "",
    route: contract.submissionRoute ?? "secure-email",
  });
  const send = useSend<typeof submitPack>(() => "It is recorded that this version was sent");
  const say = (more: Partial<Sent>) => setSent((before) => ({ ...before, ...more }));
  return (
    <Card
      title={`Record that version ${pack.packVersion} was sent`}
      aside={`agreed: ${optionWords(contract.submissionRoute ?? "")}`}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ""));
          send.mutate({ path: `/packs/${pack.key}/submission`, body: { ...given, etag } });
        }}
      >
        {send.error && <ProblemNote problem={send.error} />}
        <div className={styles.two}>
          <Field label="To whom" required>
            <Input
              className={styles.input}
              value={sent.submittedTo}
              onChange={(_, { value }) => say({ submittedTo: value })}
            />
          </Field>
          <Field label="How" required>
            <Select value={sent.route} onChange={(_, { value }) => say({ route: value as Sent["route"] })}>
              {routes.map((route) => (
                <option key={route} value={route}>
                  {capital(optionWords(route))}
                </option>
              ))}
            </Select>
          </Field>
          {sent.route === "portal" && (
            <Field label="Portal reference">
              <Input
                className={styles.input}
                value={sent.portalReference ?? ""}
                onChange={(_, { value }) => say({ portalReference: value })}
              />
            </Field>
          )}
          <Field label="Received on">
            <Input
              className={styles.input}
              type="date"
              value={sent.receivedOn ?? ""}
              onChange={(_, { value }) => say({ receivedOn: value })}
            />
          </Field>
        </div>
        <Field label="Receipt" hint="What came back: a reply, a read receipt, a reference.">
          <Textarea rows={2} value={sent.receipt ?? ""} onChange={(_, { value }) => say({ receipt: value })} />
        </Field>
        <div>
          <Button type="submit" appearance="primary" disabledFocusable={!sent.submittedTo.trim() || send.isPending}>
            Record it
          </Button>
        </div>
      </form>
    </Card>
  );
}

const useStyles = makeStyles({
  form: { display: "grid", rowGap: "16px" },
  two: { display: "grid", gap: "16px", gridTemplateColumns: "repeat(auto-fit, minmax(min(240px, 100%), 1fr))" },
  input: { minWidth: 0, width: "100%" },
});
