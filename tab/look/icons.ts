export { Add20Regular as AddIcon } from "@fluentui/react-icons/svg/add";
export { ArrowDownload20Regular as DownloadIcon } from "@fluentui/react-icons/svg/arrow-download";
export { ArrowLeft20Regular as BackIcon } from "@fluentui/react-icons/svg/arrow-left";
export {
  ArrowRepeatAll20Filled as CyclesFilledIcon,
  ArrowRepeatAll20Regular as CyclesIcon,
} from "@fluentui/react-icons/svg/arrow-repeat-all";
export { ArrowUpload24Regular as UploadIcon } from "@fluentui/react-icons/svg/arrow-upload";
export { Checkmark16Filled as DoneIcon } from "@fluentui/react-icons/svg/checkmark";
export {
  CheckmarkCircle16Filled as GoodIcon,
  CheckmarkCircle20Regular as GoodLargeIcon,
} from "@fluentui/react-icons/svg/checkmark-circle";
export { ChevronDown16Regular as DownIcon } from "@fluentui/react-icons/svg/chevron-down";
export { ChevronRight16Regular as OnIcon } from "@fluentui/react-icons/svg/chevron-right";
export { Circle16Regular as OpenIcon } from "@fluentui/react-icons/svg/circle";
export { CircleHalfFill16Regular as HalfIcon } from "@fluentui/react-icons/svg/circle-half-fill";
export {
  ClipboardTask20Filled as ActionsFilledIcon,
  ClipboardTask20Regular as ActionsIcon,
} from "@fluentui/react-icons/svg/clipboard-task";
export { Clock16Regular as ClockIcon } from "@fluentui/react-icons/svg/clock";
export { Copy20Regular as CopyIcon } from "@fluentui/react-icons/svg/copy";
export {
  DataTrending20Filled as FiguresFilledIcon,
  DataTrending20Regular as FiguresIcon,
} from "@fluentui/react-icons/svg/data-trending";
export { Dismiss20Regular as CloseIcon } from "@fluentui/react-icons/svg/dismiss";
export { Document20Regular as FileIcon } from "@fluentui/react-icons/svg/document";
export { DocumentPdf24Regular as PdfIcon } from "@fluentui/react-icons/svg/document-pdf";
export { Edit20Regular as EditIcon } from "@fluentui/react-icons/svg/edit";
export { ErrorCircle16Filled as BadIcon } from "@fluentui/react-icons/svg/error-circle";
export {
  Gavel20Filled as GovernanceFilledIcon,
  Gavel20Regular as GovernanceIcon,
} from "@fluentui/react-icons/svg/gavel";
export {
  HeartPulse20Filled as OutcomesFilledIcon,
  HeartPulse20Regular as OutcomesIcon,
} from "@fluentui/react-icons/svg/heart-pulse";
export { Home20Filled as HomeFilledIcon, Home20Regular as HomeIcon } from "@fluentui/react-icons/svg/home";
export { LockClosed16Regular as LockIcon } from "@fluentui/react-icons/svg/lock-closed";
export {
  MailInbox20Filled as ScrutinyFilledIcon,
  MailInbox20Regular as ScrutinyIcon,
} from "@fluentui/react-icons/svg/mail-inbox";
export { MoreHorizontal20Regular as MoreIcon } from "@fluentui/react-icons/svg/more-horizontal";
export { Prohibited16Regular as BlockedIcon } from "@fluentui/react-icons/svg/prohibited";
export { QuestionCircle16Filled as AskIcon } from "@fluentui/react-icons/svg/question-circle";
export { Search20Regular as SearchIcon } from "@fluentui/react-icons/svg/search";
export {
  Settings20Filled as SetUpFilledIcon,
  Settings20Regular as SetUpIcon,
} from "@fluentui/react-icons/svg/settings";
export { SubtractCircle16Regular as NoneIcon } from "@fluentui/react-icons/svg/subtract-circle";
export { Table20Filled as RegistersFilledIcon, Table20Regular as RegistersIcon } from "@fluentui/react-icons/svg/table";
export { Warning16Filled as WarnIcon } from "@fluentui/react-icons/svg/warning";
