import type { DirectiveType, FileProblem, RulesConfig, SourceLocation, TraversalStep } from '@eslint/core';
import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';
import { commentsLike } from '@podlint/engine';
import type { YamlDocument } from '@podlint/syntax';
import { childrenOf } from './children-of.js';
import { CommentNode } from './comment-node.js';
import type { ManifestNode, ManifestRoot, Reader } from './nodes.js';
import type { LineIndexLater } from './placed.js';

/** As `languageOptions` of `podlint/manifest` has it. */
export interface ManifestLanguageOptions {
  [option: string]: unknown;
  /**
   * What is wrong with the text of a file is left to the rules `podlint/syntax/*`, which say more of it and mend it;
   * otherwise ESLint stops at it with a parse error.
   */
  tolerant?: boolean;
}

interface Types {
  LangOptions: ManifestLanguageOptions;
  RootNode: ManifestRoot;
  SyntaxElementWithLoc: ManifestNode | CommentNode;
  ConfigNode: CommentNode;
}

const parser = new ConfigCommentParser();
const comments = /#[ \t]*eslint(?:-enable|-disable(?:(?:-next)?-line)?)?(?=[ \t\r\n]|$)[^\r\n]*/g;

/** A manifest as ESLint sees it. */
export class ManifestSourceCode extends TextSourceCodeBase<Types> {
  override readonly ast: ManifestRoot;
  /** Rules for other languages look here for what their parser offers. */
  readonly parserServices = {};
  private directives: readonly CommentNode[] | undefined;

  constructor(
    text: string,
    ast: ManifestRoot,
    private readonly places: LineIndexLater,
    private readonly read: Reader,
  ) {
    super({ text, ast, lineEndingPattern: /\r\n|[\r\n]/u });
    this.ast = ast;
  }

  /** Into each node and out of it. */
  override *traverse(): Generator<TraversalStep> {
    const ahead: (ManifestNode | VisitNodeStep)[] = [this.ast];
    for (let next = ahead.pop(); next; next = ahead.pop()) {
      if (next instanceof VisitNodeStep) yield next;
      else {
        const args = [next];
        yield new VisitNodeStep({ target: next, phase: 1, args });
        ahead.push(new VisitNodeStep({ target: next, phase: 2, args }));
        const children = childrenOf(next);
        for (let i = children.length - 1; i >= 0; i--) ahead.push(children[i]!);
      }
    }
  }

  override getParent(node: ManifestNode): ManifestNode | undefined {
    return node.type === 'Manifest' ? undefined : node.parent;
  }

  getInlineConfigNodes(): CommentNode[] {
    this.directives ??= this.text.includes('eslint')
      ? commentsLike(comments, this.text, this.documents()).map(({ index, 0: text }) => {
          const range = { start: index, end: index + text.trimEnd().length };
          return new CommentNode(this.text, range, this.places);
        })
      : [];
    return [...this.directives];
  }

  getDisableDirectives(): { directives: Directive[]; problems: FileProblem[] } {
    const directives = this.getInlineConfigNodes().flatMap((node) => {
      const { label = '', value = '', justification = '' } = parser.parseDirective(node.value) ?? {};
      if (label === 'eslint') return [];
      const type = label.slice('eslint-'.length) as DirectiveType;
      return [new Directive({ type, node, value, justification })];
    });
    return { directives, problems: [] };
  }

  /** `# eslint podlint/images/latest-tag: "off"` */
  applyInlineConfig(): {
    configs: { config: { rules: RulesConfig }; loc: SourceLocation }[];
    problems: FileProblem[];
  } {
    const configs: { config: { rules: RulesConfig }; loc: SourceLocation }[] = [];
    const problems: FileProblem[] = [];
    for (const { value: comment, loc } of this.getInlineConfigNodes()) {
      const { label, value = '' } = parser.parseDirective(comment) ?? {};
      if (label !== 'eslint') continue;
      const parsed = parser.parseJSONLikeConfig(value);
      if (parsed.ok) configs.push({ config: { rules: parsed.config }, loc });
      else problems.push({ ruleId: null, message: parsed.error.message, loc });
    }
    return { configs, problems };
  }

  /** What has read the text. Undefined: the file is in another language. */
  static readerOf(sourceCode: object): Reader | undefined {
    return sourceCode instanceof ManifestSourceCode ? sourceCode.read : undefined;
  }

  private documents(): readonly YamlDocument[] {
    return this.read().map(({ document }) => document);
  }
}
