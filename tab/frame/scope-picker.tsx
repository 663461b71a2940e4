import { makeStyles, Select } from "@fluentui/react-components";
import { phone } from "../look/theme.ts";
import { useMe } from "./me-context.ts";
import { useScope } from "./scope.ts";

/** Which contract or service the pages show; only what the person may see is offered. */
export function ScopePicker() {
  const styles = useStyles();
  const { contracts, services } = useMe();
  const [{ contract, service }, setScope] = useScope();
  const value = service ? `service:${service}` : contract ? `contract:${contract}` : "";
  return (
    <Select
      className={styles.picker}
      aria-label="Show"
      appearance="filled-lighter"
      value={value}
      onChange={(_, { value }) => {
        const [kind, key] = value.split(":");
        setScope(kind === "service" && key ? { service: key } : kind === "contract" && key ? { contract: key } : {});
      }}
    >
      <option value="">All I can see</option>
      <optgroup label="Contracts">
        {contracts.map(({ key, name }) => (
          <option key={key} value={`contract:${key}`}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label="Services">
        {services.map(({ key, name }) => (
          <option key={key} value={`service:${key}`}>
            {name}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}

const useStyles = makeStyles({
  picker: { width: "220px", minWidth: 0, flexShrink: 1, [phone]: { width: "152px" } },
});
