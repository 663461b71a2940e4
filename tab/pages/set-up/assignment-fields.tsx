import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { roles } from "#domain/people/role.ts";
import { type Assignment, type People, roleName } from "./rights-words.ts";

interface Props {
  readonly value: readonly Assignment[];
  readonly all: Pick<People, "regions" | "services" | "contracts">;
  readonly onChange: (value: readonly Assignment[]) => void;
}

const overs = {
  organisation: "Whole organisation",
  region: "Region",
  service: "Service",
  contract: "Contract",
} as const;

/** A person's roles, each over a part of the organisation. */
export function AssignmentFields({ value, all, onChange }: Props) {
  const styles = useStyles();
  const put = (at: number, changed: Partial<Assignment>) =>
    onChange(value.map((each, index) => (index === at ? { ...each, ...changed } : each)));
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>Roles</legend>
      {value.map(({ role, over, where }, at) => (
        <div key={at} className={styles.entry}>
          <Field label={`Role ${at + 1}`}>
            <Select value={role} onChange={(_, chosen) => put(at, { role: chosen.value })}>
              {roles.map((each) => (
                <option key={each} value={each}>
                  {roleName(each)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={`Over, role ${at + 1}`}>
            <Select value={over} onChange={(_, chosen) => put(at, { over: chosen.value, where: [] })}>
              {Object.entries(overs).map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          {over !== "organisation" && (
            <Field label={`Which, role ${at + 1}`}>
              <Select value={where[0] ?? ""} onChange={(_, chosen) => put(at, { where: [chosen.value] })}>
                <option value="">Choose</option>
                {partsOf(over, all).map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <Button appearance="subtle" onClick={() => onChange(value.filter((_, index) => index !== at))}>
            Remove role {at + 1}
          </Button>
        </div>
      ))}
      <Button
        className={styles.more}
        onClick={() => onChange([...value, { role: "registered-manager", over: "service", where: [] }])}
      >
        Add a role
      </Button>
    </fieldset>
  );
}

function partsOf(over: string, { regions, services, contracts }: Props["all"]) {
  if (over === "region") return regions.map((key) => ({ key, name: key }));
  return over === "contract" ? contracts : services;
}

const useStyles = makeStyles({
  set: { border: 0, margin: 0, padding: 0, display: "grid", rowGap: "12px", minWidth: 0 },
  legend: { padding: 0, marginBottom: "8px", fontWeight: tokens.fontWeightSemibold },
  entry: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 180px), 1fr))",
    alignItems: "end",
    gap: "8px",
    paddingBottom: "12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  more: { justifySelf: "start" },
});
