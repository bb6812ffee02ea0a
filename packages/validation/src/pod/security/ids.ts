/** The largest number that Linux container runtimes take for a user or a group. */
const maxId = 2 ** 31 - 1;

/** Why the number cannot be a user or a group (IsValidUserID and IsValidGroupID, apimachinery/pkg/util/validation). */
export function idProblem(id: number): string | undefined {
  return id >= 0 && id <= maxId ? undefined : `ids are numbers from 0 to ${maxId}`;
}
