import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { optionWords } from "#domain/register/option-words.ts";
import { BadIcon, BlockedIcon, ClockIcon, GoodIcon, OpenIcon, WarnIcon } from "./icons.ts";
import { type Tone, toneOf } from "./tone.ts";

const icons = {
  good: GoodIcon,
  near: WarnIcon,
  bad: BadIcon,
  busy: ClockIcon,
  none: OpenIcon,
  blocked: BlockedIcon,
} satisfies Record<Tone, unknown>;

interface Props {
  /** A register's word, e.g. `not-met`. */
  readonly status: string;
  /** Other words to show for it. */
  readonly says?: string;
  readonly tone?: Tone;
}

/** Where something stands: a word, an icon and a colour, never the colour alone. */
export function StatusPill({ status, says, tone = toneOf(status) }: Props) {
  const styles = useStyles();
  const Icon = icons[tone];
  return (
    <span className={mergeClasses(styles.pill, styles[tone])}>
      <Icon className={styles.icon} aria-hidden />
      {says ?? sentence(optionWords(status))}
    </span>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const useStyles = makeStyles({
  pill: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: "5px",
    padding: "1px 9px 1px 6px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
  icon: { flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground1, backgroundColor: tokens.colorStatusSuccessBackground1 },
  near: { color: tokens.colorStatusWarningForeground1, backgroundColor: tokens.colorStatusWarningBackground1 },
  bad: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  busy: { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2 },
  none: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground4 },
  blocked: { color: tokens.colorStatusDangerForeground3, border: `1px dashed ${tokens.colorStatusDangerBorder1}` },
});
