import type { PositionRange } from '@podlint/engine';
import type { ArtifactLocation, Location, Region } from 'sarif';

/** The name that viewers know the top of the repository by. */
const sourceRoot = '%SRCROOT%';

/** @param path with forward slashes, relative to the top of the repository or absolute */
export function artifactLocation(path: string): ArtifactLocation {
  const uri = path.split('/').map(encodeSegment).join('/');
  // A drive letter keeps its colon.
  const absolute = /^[A-Za-z]%3A\//.test(uri) ? `/${uri.replace('%3A', ':')}` : uri;
  return absolute.startsWith('/') ? { uri: `file://${absolute}` } : { uri, uriBaseId: sourceRoot };
}

/** A lone surrogate has no bytes to encode. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}

export function region({ start, end }: PositionRange): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

export function location(path: string, range: PositionRange): Location {
  return { physicalLocation: { artifactLocation: artifactLocation(path), region: region(range) } };
}
