import { makeStyles, tokens } from "@fluentui/react-components";

/** Things one under the other, each with its words to the left and what can be done with it to the right. */
export const useListStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px 16px",
    alignItems: "start",
    justifyContent: "space-between",
    padding: "12px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { borderBottom: "none", paddingBottom: 0 },
  },
  words: { minWidth: 0, flex: "1 1 240px" },
  name: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px 8px",
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  line: { margin: "2px 0 0", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  does: { display: "flex", flexWrap: "wrap", gap: "8px" },
  below: { marginTop: "12px" },
});
