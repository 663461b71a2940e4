import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useMe } from "../frame/me-context.ts";
import { useHost } from "../sign-in/host.ts";

/** Asked when somebody adds the dashboard to a channel or meeting: which contract it shows. */
export function ConfigurePage() {
  const styles = useStyles();
  const { contracts } = useMe();
  const { kind } = useHost();
  const [contract, setContract] = useState(contracts[0]?.key ?? "");
  const chosen = contracts.find(({ key }) => key === contract);
  useEffect(() => {
    if (kind !== "teams" || !chosen) return;
    void offer(chosen);
  }, [kind, chosen]);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Show a contract here</h1>
      <p className={styles.lead}>
        Everybody in this channel sees its figures and where its report stands, each within what they may see.
      </p>
      {contracts.length === 0 ? (
        <p>You look after no contract. Ask a contracts manager to add this tab.</p>
      ) : (
        <Field label="Contract">
          <Select
            root={{ style: { minWidth: 0 } }}
            select={{ style: { minWidth: 0, width: "100%" } }}
            value={contract}
            onChange={(_, { value }) => setContract(value)}
          >
            {contracts.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </main>
  );
}

/** Tells Teams what to add when the person saves. */
async function offer({ key, name }: { readonly key: string; readonly name: string }): Promise<void> {
  const { pages } = await import("@microsoft/teams-js");
  pages.config.registerOnSaveHandler(async (saving) => {
    const url = `${location.origin}/dashboard?contract=${key}`;
    await pages.config.setConfig({
      contentUrl: url,
      websiteUrl: url,
      entityId: `dashboard-${key}`,
      suggestedDisplayName: name,
    });
    saving.notifySuccess();
  });
  pages.config.setValidityState(true);
}

const useStyles = makeStyles({
  page: {
    maxWidth: "528px",
    boxSizing: "border-box",
    padding: "24px",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: "12px",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});
