/** A word in the making. */
export class Word {
  text = '';
  isLiteral = true;
  isQuoted = false;

  add(text: string): 'read' {
    this.text += text;
    return 'read';
  }

  quote(text: string): 'read' {
    this.isQuoted = true;
    return this.add(text);
  }

  expand(): 'read' {
    this.isLiteral = false;
    return 'read';
  }
}
