const pairs = `english england; scottish scotland; welsh wales; british britain; irish ireland; french france; german germany;
  dutch netherlands; dutch holland; danish denmark; swedish sweden; norwegian norway; finnish finland; icelandic iceland; spanish spain;
  portuguese portugal; italian italy; greek greece; swiss switzerland; polish poland; czech czechia; hungarian hungary; belgian belgium; turkish turkey;
  chinese china; russian russia; american america; african africa; asian asia; european europe; mexican mexico; canadian canada;
  brazilian brazil; californian california; roman rome; venetian venice; parisian paris`;

const names = new Map<string, string[]>();
for (const pair of pairs.split(';')) {
  const [people = '', country = ''] = pair.trim().split(' ');
  names.set(people, [...(names.get(people) ?? []), country]);
  names.set(country, [...(names.get(country) ?? []), people]);
}

/** The countries of a people's name and the other way round, small: `english` → `england`; empty for other words. */
export function kinOfPeople(word: string): readonly string[] {
  return names.get(word) ?? [];
}
