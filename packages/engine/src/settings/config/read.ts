import { textOf } from '@podlint/messages';
import { parseVersion, versions } from '@podlint/model';
import { validateConfig } from '@podlint/schema/config';
import { explained, type JsonValue, type NodeId, type Range, type YamlDocument } from '@podlint/syntax';
import { placeOfKey } from '../../findings/locate.js';
import { documentsOf } from '../../documents/parse.js';
import { LineIndex } from '../../documents/positions.js';
import { alternatives, didYouMean, nearest } from '../suggest.js';
import { builtIn, listOf, type Config, type ConfigProblem } from './config.js';
import { pointerSegments, violationsIn } from './violations.js';
import { wordsOf, type Keys } from './words.js';

/** What a config file says. */
export interface ConfigReading {
  /** Undefined: the file has no such section, or something is wrong with it. */
  readonly config?: Config;
  readonly problems: readonly ConfigProblem[];
  /** A problem with a value of the file that only its reader can see. */
  problemAt(path: Keys, message: string): ConfigProblem;
}

/**
 * Reads and checks a config file, YAML or JSON. Never throws.
 * @param section the key that holds the config, in a file that holds more
 */
export function readConfig(text: string, section?: string): ConfigReading {
  return new ConfigReader(text, section).read();
}

/** A key whose value is commented out says nothing. */
function withoutEmpty(value: JsonValue): JsonValue {
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

class ConfigReader {
  private readonly lines: LineIndex;
  private readonly document: YamlDocument | undefined;
  private readonly others: readonly YamlDocument[];

  constructor(
    text: string,
    private readonly section: string | undefined,
  ) {
    const [first, ...others] = documentsOf(text).map(({ document }) => document);
    this.lines = new LineIndex(text);
    this.document = first;
    this.others = others;
  }

  read(): ConfigReading {
    const { document, root } = this;
    const problems = [...this.textProblems(), ...(document && root !== undefined ? this.keyProblems(document) : [])];
    if (problems.length > 0) return this.reading(undefined, problems);
    if (!document || root === undefined) return this.reading(this.section === undefined ? {} : undefined, []);
    const config = withoutEmpty(wordsOf(document, root)) as Config;
    const found = this.schemaProblems(config);
    if (found.length === 0) found.push(...this.versionProblems(config), ...this.presetProblems(config));
    return this.reading(found.length > 0 ? undefined : config, found);
  }

  private get root(): NodeId | undefined {
    if (this.document?.root === undefined) return undefined;
    return this.section === undefined ? this.document.root : this.document.child(this.document.root, this.section);
  }

  private reading(config: Config | undefined, problems: readonly ConfigProblem[]): ConfigReading {
    const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    return {
      ...(config ? { config } : {}),
      problems: sorted,
      problemAt: (path, message) => this.problem(this.placeOf(path), message),
    };
  }

  /** What is wrong with the text, whatever it says. */
  private textProblems(): ConfigProblem[] {
    const broken = [...(this.document ? [this.document] : []), ...this.others].flatMap(({ problems }) => problems);
    const [second] = this.others;
    const separate = second
      ? [
          this.problem(
            { start: second.range.start, end: second.range.end },
            'a config file is one document, and a second one starts here',
          ),
        ]
      : [];
    return broken.length > 0
      ? broken.map((problem) => this.problem(problem.range, textOf(explained(problem))))
      : separate;
  }

  /** Of what a merge key brings, the mapping itself may say something else. */
  private keyProblems(document: YamlDocument): ConfigProblem[] {
    const written = document.duplicateKeys.filter(({ node, first, mapping }) =>
      [node, first].every((key) => document.parent(key) === mapping),
    );
    return written
      .filter(({ node }) => this.isInSection(document, node))
      .map(({ node }) => this.problem(placeOfKey(document, node), `"${document.key(node)}" is set twice`));
  }

  private isInSection(document: YamlDocument, node: NodeId): boolean {
    for (let at: NodeId | undefined = node; at !== undefined; at = document.parent(at))
      if (at === this.root) return true;
    return false;
  }

  private schemaProblems(config: Config): ConfigProblem[] {
    if (validateConfig(config)) return [];
    return violationsIn(validateConfig.errors ?? []).map(({ at, key, message }) => {
      const path = key === undefined ? pointerSegments(at) : [...pointerSegments(at), key];
      return this.problem(key === undefined ? this.placeOf(path) : this.placeOfKeyAt(path), message);
    });
  }

  private versionProblems({ kubernetesVersion }: Config): ConfigProblem[] {
    const isList = Array.isArray(kubernetesVersion);
    return listOf(kubernetesVersion).flatMap((name, index) => {
      if (parseVersion(name)) return [];
      const path = isList ? ['kubernetesVersion', index] : ['kubernetesVersion'];
      return [
        this.problem(
          this.placeOf(path),
          `podlint does not know Kubernetes "${name}": write ${alternatives(versions.map((version) => version.name))}`,
        ),
      ];
    });
  }

  private presetProblems(config: Config): ConfigProblem[] {
    const isList = Array.isArray(config.extends);
    return listOf(config.extends).flatMap((name, index) => {
      if (!name.startsWith('podlint:') || Object.hasOwn(builtIn, name)) return [];
      const names = Object.keys(builtIn);
      return [
        this.problem(
          this.placeOf(isList ? ['extends', index] : ['extends']),
          `podlint has no preset "${name}": write ${alternatives(names)}${didYouMean(nearest(name, names))}`,
        ),
      ];
    });
  }

  private nodeAt(path: Keys): NodeId | undefined {
    const { document } = this;
    if (!document) return undefined;
    return path.reduce<NodeId | undefined>((node, segment) => {
      if (node === undefined) return undefined;
      return document.child(node, document.kind(node) === 'sequence' ? Number(segment) : segment);
    }, this.root);
  }

  /** A scalar's text; the key of anything larger. */
  private placeOf(path: Keys): Range {
    const node = this.nodeAt(path);
    if (node === undefined || !this.document) return { start: 0, end: 0 };
    const range = this.document.rangeOf(node);
    return this.document.kind(node) === 'scalar' && range.start < range.end ? range : placeOfKey(this.document, node);
  }

  private placeOfKeyAt(path: Keys): Range {
    const node = this.nodeAt(path);
    return node === undefined || !this.document ? { start: 0, end: 0 } : placeOfKey(this.document, node);
  }

  private problem({ start }: Range, message: string): ConfigProblem {
    const { line, column } = this.lines.position(start);
    return { message, line, column };
  }
}
