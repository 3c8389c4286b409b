// Reads the formula sources: macros, one named formula a line, its sentence.

export const kinds = ['relu', 'leaky', 'abs', 'minusabs', 'softplus', 'square', 'cube', 'heaviside', 'sqrtabs', 'cantor', 'kink', 'smooth', 'cut', 'jump', 'pole'];
export const letters = ['r', 'f', 'H'];
export const letterOf = (kind) => ({relu: 'r', heaviside: 'H'}[kind] || 'f');
export const roles = ['ink', 'paper', 'muted', 'axis', 'hair', 'dot', 'pt', 'sub', 'dis', 'probe', 'warn']; // as theme.Role

/** read returns the lines of the sources, [{name, tex, say, display}], with
 * the variants of {L} and {K} written out and the macros expanded. */
export function read(texts) {
  const macros = new Map(), shown = new Set(), lines = [];
  let last = [];
  for (const text of texts) for (const raw of text.split('\n')) {
    const line = raw.trim();
    const say = line.match(/^%% say: (.+)$/);
    const macro = line.match(/^\\newcommand\{(\\[a-zA-Z]+)\}(?:\[(\d)\])?\{(.*)\}$/);
    const entry = line.match(/^([^%].*?) :: (.+)$/);
    if (say) {
      for (const l of last) l.say = say[1].replaceAll('{L}', l.letter);
    } else if (line.startsWith('% display:')) {
      for (const d of line.slice(10).trim().split(/\s+/)) shown.add(d);
    } else if (macro) {
      macros.set(macro[1], {args: Number(macro[2] || 0), body: macro[3]});
    } else if (entry) {
      last = entry[1].split(',').flatMap((name) => variants(name.trim(), entry[2]));
      lines.push(...last);
    } else if (line && !line.startsWith('%')) {
      throw new Error('not a formula: ' + line);
    }
  }
  const names = new Set();
  for (const l of lines) {
    if (names.has(l.name)) throw new Error('named twice: ' + l.name);
    if (!l.say) throw new Error('no sentence: ' + l.name);
    names.add(l.name);
    l.display = shown.has(l.name.split('/')[0]);
    l.tex = expand(l.source, macros);
  }
  return lines;
}

function variants(name, tex) {
  if (name.includes('{K}')) return kinds.map((k) => variant(name.replace('{K}', k), tex, letterOf(k)));
  if (name.includes('{L}')) return letters.map((l) => variant(name.replace('{L}', l), tex, l));
  const kind = name.split('/').find((part) => kinds.includes(part));
  return [variant(name, tex, kind ? letterOf(kind) : '')];
}

const variant = (name, tex, letter) => ({name, letter, source: tex.replaceAll('{L}', letter || '{L}')});

/** group returns the argument at i, without its braces, and where it ends; a
 * single character stands for itself. */
function group(tex, i) {
  while (tex[i] === ' ') i++;
  if (tex[i] !== '{') return [tex[i], i + 1];
  let depth = 0;
  for (let j = i; j < tex.length; j++) {
    if (tex[j] === '\\') { j++; continue; }
    if (tex[j] === '{') depth++;
    if (tex[j] === '}' && --depth === 0) return [tex.slice(i + 1, j), j + 1];
  }
  throw new Error('unclosed group in ' + tex);
}

/** commands rewrites each command of the table, outermost first. */
export function commands(tex, table) {
  let out = '';
  for (let i = 0; i < tex.length;) {
    const m = tex[i] === '\\' && tex.slice(i).match(/^\\([a-zA-Z]+|.)/);
    if (!m) { out += tex[i++]; continue; }
    i += m[0].length;
    const command = table(m[0]);
    if (!command) { out += m[0]; continue; }
    const args = [];
    for (let k = 0; k < command.args; k++) { const [arg, end] = group(tex, i); args.push(arg); i = end; }
    out += command.to(args);
  }
  return out;
}

function expand(tex, macros) {
  return commands(tex, (name) => {
    const m = macros.get(name);
    // A space keeps a macro that ends in letters from running into the next.
    return m && {args: m.args, to: (args) => {
      const body = expand(m.body.replace(/#(\d)/g, (_, k) => args[k - 1]), macros);
      return /\\[a-zA-Z]+$/.test(body) ? body + ' ' : body;
    }};
  });
}

/** marked writes \t, \tf, \ink and \live as MathJax's \data, with the depth of
 * nesting in the attribute's name. For MathML the slot holds its own name. */
export function marked(tex, read, depth = 0) {
  const inner = (t) => marked(t, read, depth + 1);
  const table = {
    '\\t': {args: 2, to: ([key, t]) => `\\data{t${depth}=${key}}{${inner(t)}}`},
    '\\tf': {args: 3, to: ([key, from, t]) => `\\data{t${depth}=${key},f${depth}=${from}}{${inner(t)}}`},
    '\\ink': {args: 2, to: ([role, t]) => {
      if (!roles.includes(role)) throw new Error('no colour role ' + role);
      return `\\data{i${depth}=${role}}{${inner(t)}}`;
    }},
    '\\live': {args: 2, to: ([name, t]) => read ? `\\mmlToken{mn}{@${name}@}` : `\\data{s${depth}=${name}}{${t}}`},
  };
  return commands(tex, (name) => table[name]);
}

/** samples lists what the source typesets in the place of each slot. */
export function samples(tex) {
  const found = [];
  const look = (t) => commands(t, (name) => ({
    '\\live': {args: 2, to: ([slot, sample]) => { found.push([slot, sample.replaceAll('-', '−')]); return ''; }},
  })[name]);
  look(tex);
  return found;
}
