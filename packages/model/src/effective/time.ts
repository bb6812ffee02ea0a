/**
 * A time as the server writes it: whole seconds, in UTC (metav1.Time, MarshalJSON). A text that is no time stays as it
 * is.
 */
export function canonicalTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : `${time.toISOString().slice(0, 19)}Z`;
}
