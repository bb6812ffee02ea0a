/** What a change of files would do. Loaded by who asks for it. */
export { changeOf } from './change.js';
export type { ChangeSide } from './side.js';
export type {
  ChangedObject,
  ChangeNote,
  ChangePlace,
  ChangeReport,
  PlacedFinding,
  PodsFate,
  Reader,
  ReportedDifference,
} from './report.js';
