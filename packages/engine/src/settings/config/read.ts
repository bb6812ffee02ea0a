import { alternatives, didYouMean } from '@podlint/plain/spelling';
import { own, pushAll } from '@podlint/plain';
import { defineMessages, plainData, textOf, type Message } from '@podlint/messages';
import { parseVersion, versions } from '@podlint/model';
import { configurableIds, configViolations } from '@podlint/schema/config';
import { explained, type JsonValue, type NodeId, type Range, type YamlDocument } from '@podlint/syntax';
import type { TextSpan } from '@podlint/validation';
import { placeOfKey } from '../../findings/locate.js';
import { placeInScalar } from '../../findings/place-in-scalar.js';
import { documentsOf } from '../../documents/parse.js';
import { LineIndex } from '../../documents/positions.js';
import { fitsRuleGlob, isRuleGlob } from '../rule-table.js';
import { nearest } from '../suggest.js';
import { builtIn, type Config, type ConfigProblem } from './config.js';
import { pointerSegments, violationsIn } from './violations.js';
import { wordsOf, type Keys } from './words.js';

/** What a config file says. */
export interface ConfigReading {
  /** Undefined: the file has no such section, or something is wrong with it. */
  readonly config?: Config;
  readonly problems: readonly ConfigProblem[];
  /** What it extends, also where something else is wrong. */
  readonly bases: readonly PlacedText[];
  /** A problem with a value of the file that only its reader can see. */
  problemAt(path: Keys, message: Message): ConfigProblem;
  /** A problem with a part of a text of the file. */
  problemIn(path: Keys, span: TextSpan, message: Message): ConfigProblem;
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

type Mapping = { readonly [key: string]: JsonValue };

/** A text of the config, and the way to it. */
interface PlacedText {
  readonly text: string;
  readonly path: Keys;
}

const selectors = ['files', 'kinds', 'namespaces', 'names', 'labels'];

function isMapping(value: JsonValue | undefined): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mappingAt(value: JsonValue, key: string): Mapping {
  const inner = isMapping(value) ? own(value, key) : undefined;
  return isMapping(inner) ? inner : {};
}

function listAt(value: Mapping, key: string): readonly JsonValue[] {
  const inner = own(value, key);
  return Array.isArray(inner) ? inner : [];
}

/** The texts of a setting that takes one or a list of them; what is none, the schema refuses. */
function textsIn(config: JsonValue, key: string): PlacedText[] {
  const value = isMapping(config) ? own(config, key) : undefined;
  if (typeof value === 'string') return [{ text: value, path: [key] }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((text, index) => (typeof text === 'string' ? [{ text, path: [key, index] }] : []));
}

const says = defineMessages('config', {
  'second-document': 'a config file is one document, and a second one starts here',
  'set-twice': '"{name}" is set twice',
  'unknown-version': 'podlint does not know Kubernetes "{version}": write {known}',
  'unknown-preset': 'podlint has no preset "{preset}": write {known}{hint}',
  'empty-glob': '"{glob}" fits no rule; `podlint rules` lists them',
  'silent-rule': 'this rule has nothing to say: give it a "message", or a "messageExpression"',
  'override-of-nothing': 'this override names no files and no objects: add {selectors}',
});

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
    const ofText = this.textProblems();
    if (!document || root === undefined || ofText.length > 0)
      return this.reading(ofText.length === 0 && this.section === undefined ? {} : undefined, ofText);
    const config = withoutEmpty(wordsOf(document, root));
    const problems = [...this.keyProblems(document), ...this.schemaProblems(config)];
    if (isMapping(config))
      pushAll(problems, [
        ...this.versionProblems(config),
        ...this.presetProblems(config),
        ...this.globProblems(config),
        ...this.overrideProblems(config),
        ...this.customRuleProblems(config),
      ]);
    return this.reading(problems.length > 0 ? undefined : (config as Config), problems, textsIn(config, 'extends'));
  }

  private get root(): NodeId | undefined {
    if (this.document?.root === undefined) return undefined;
    return this.section === undefined ? this.document.root : this.document.child(this.document.root, this.section);
  }

  private reading(
    config: Config | undefined,
    problems: readonly ConfigProblem[],
    bases: readonly PlacedText[] = [],
  ): ConfigReading {
    const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    return {
      ...(config ? { config } : {}),
      bases,
      problems: sorted,
      problemAt: (path, message) => this.problem(this.placeOf(path), message),
      problemIn: (path, span, message) => this.problem(this.placeIn(path, span), message),
    };
  }

  /** What is wrong with the text, whatever it says. */
  private textProblems(): ConfigProblem[] {
    const broken = [...(this.document ? [this.document] : []), ...this.others].flatMap(({ problems }) => problems);
    const [second] = this.others;
    const separate = second
      ? [this.problem({ start: second.range.start, end: second.range.end }, says['second-document']())]
      : [];
    return broken.length > 0 ? broken.map((problem) => this.problem(problem.range, explained(problem))) : separate;
  }

  /** Of what a merge key brings, the mapping itself may say something else. */
  private keyProblems(document: YamlDocument): ConfigProblem[] {
    const written = document.duplicateKeys.filter(({ node, first, mapping }) =>
      [node, first].every((key) => document.parent(key) === mapping),
    );
    return written
      .filter(({ node }) => this.isInSection(document, node))
      .map(({ node }) =>
        this.problem(placeOfKey(document, node), says['set-twice']({ name: String(document.key(node)) })),
      );
  }

  private isInSection(document: YamlDocument, node: NodeId): boolean {
    for (let at: NodeId | undefined = node; at !== undefined; at = document.parent(at))
      if (at === this.root) return true;
    return false;
  }

  private schemaProblems(config: JsonValue): ConfigProblem[] {
    return violationsIn(configViolations(config)).map(({ at, key, message }) => {
      const path = key === undefined ? pointerSegments(at) : [...pointerSegments(at), key];
      return this.problem(key === undefined ? this.placeOf(path) : this.placeOfKeyAt(path), message);
    });
  }

  private versionProblems(config: Mapping): ConfigProblem[] {
    return textsIn(config, 'kubernetesVersion').flatMap(({ text, path }) =>
      parseVersion(text)
        ? []
        : this.problem(
            this.placeOf(path),
            says['unknown-version']({ version: text, known: alternatives(versions.map(({ name }) => name)) }),
          ),
    );
  }

  private presetProblems(config: Mapping): ConfigProblem[] {
    const names = Object.keys(builtIn);
    return textsIn(config, 'extends').flatMap(({ text, path }) =>
      !text.startsWith('podlint:') || Object.hasOwn(builtIn, text)
        ? []
        : this.problem(
            this.placeOf(path),
            says['unknown-preset']({
              preset: text,
              known: alternatives(names),
              hint: didYouMean(nearest(text, names)),
            }),
          ),
    );
  }

  /** Globs of rules that mean none. */
  private globProblems(config: Mapping): ConfigProblem[] {
    const overrides = listAt(config, 'overrides').map((override, index) => ({
      of: override,
      at: ['overrides', index],
    }));
    return [{ of: config, at: [] as Keys }, ...overrides].flatMap(({ of, at }) =>
      Object.keys(mappingAt(of, 'rules')).flatMap((key) =>
        !isRuleGlob(key) || configurableIds.some((id) => fitsRuleGlob(key, id))
          ? []
          : this.problem(this.placeOfKeyAt([...at, 'rules', key]), says['empty-glob']({ glob: key })),
      ),
    );
  }

  /** An override that says not of what it is one. */
  private overrideProblems(config: Mapping): ConfigProblem[] {
    return listAt(config, 'overrides').flatMap((override, index) =>
      !isMapping(override) ||
      selectors.some((name) => own(override, name) !== undefined && own(override, name) !== null)
        ? []
        : this.problem(
            this.placeOf(['overrides', index]),
            says['override-of-nothing']({ selectors: alternatives(selectors) }),
          ),
    );
  }

  private customRuleProblems(config: Mapping): ConfigProblem[] {
    const rules = listAt(config, 'customRules');
    const names = rules.map((rule) => (isMapping(rule) ? own(rule, 'name') : undefined));
    return rules.flatMap((rule, index) => {
      if (!isMapping(rule)) return [];
      const name = names[index];
      const isSecond = typeof name === 'string' && names.indexOf(name) < index;
      const isSilent = !['message', 'messageExpression'].some((key) => own(rule, key) !== undefined);
      return [
        ...(isSecond ? [this.problem(this.placeOf(['customRules', index, 'name']), says['set-twice']({ name }))] : []),
        ...(isSilent ? [this.problem(this.placeOfRule(index, rule), says['silent-rule']())] : []),
      ];
    });
  }

  private placeOfRule(index: number, rule: Mapping): Range {
    return this.placeOf(own(rule, 'name') === undefined ? ['customRules', index] : ['customRules', index, 'name']);
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

  private placeIn(path: Keys, span: TextSpan): Range {
    const node = this.nodeAt(path);
    const { document } = this;
    if (node === undefined || !document || document.kind(node) !== 'scalar') return this.placeOf(path);
    return placeInScalar(document.text, document.rangeOf(node), document.scalarText(node) ?? '', span);
  }

  private placeOfKeyAt(path: Keys): Range {
    const node = this.nodeAt(path);
    return node === undefined || !this.document ? { start: 0, end: 0 } : placeOfKey(this.document, node);
  }

  private problem({ start }: Range, message: Message): ConfigProblem {
    const { line, column } = this.lines.position(start);
    return { message: textOf(message), messageId: message.id, data: plainData(message.data), line, column };
  }
}
