"""Drives Anki's own library: one command, JSON in and out. Only the tests use it."""

import json
import os
import sys
import time

# Without fuzz, so that intervals can be compared.
os.environ["ANKI_TEST_MODE"] = "1"

from anki.collection import (  # noqa: E402
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)


def import_package(args):
    col = Collection(args["profile"])
    if args.get("fsrs"):
        col.set_config("fsrs", True)
    options = ImportAnkiPackageOptions(
        with_scheduling=args.get("scheduling", True),
        with_deck_configs=args.get("presets", True),
    )
    request = ImportAnkiPackageRequest(package_path=args["package"], options=options)
    log = col.import_anki_package(request).log
    found = {
        name: len(getattr(log, name))
        for name in ("new", "updated", "duplicate", "conflicting", "first_field_match",
                     "missing_notetype", "missing_deck", "empty_first_field")
    }
    col.close()
    return found


def dump(args):
    col = Collection(args["profile"])
    columns = "id nid did ord mod type queue due ivl factor reps lapses left odue odid flags data".split()
    deck_names = {deck.id: deck.name for deck in col.decks.all_names_and_ids()}
    notes = []
    for note_id in col.db.list("select id from notes order by id"):
        note = col.get_note(note_id)
        notes.append(
            {
                "id": note.id,
                "guid": note.guid,
                "mod": note.mod,
                "notetype": note.note_type()["name"],
                "fields": list(note.fields),
                "tags": sorted(note.tags),
            }
        )
    cards = []
    for row in col.db.all(f"select {', '.join(columns)} from cards order by id"):
        card = dict(zip(columns, row))
        card["deck"] = deck_names[card["odid"] or card["did"]]
        card["data"] = json.loads(card["data"] or "{}")
        rendered = col.get_card(card["id"])
        card["question"] = rendered.question()
        card["answer"] = rendered.answer()
        cards.append(card)
    log = col.db.all("select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id")
    message, ok = col.fix_integrity()
    found = {
        "notes": notes,
        "cards": cards,
        "log": log,
        "today": col.sched.today,
        "media": sorted(os.listdir(col.media.dir())),
        "presets": [
            {"id": preset["id"], "name": preset["name"], "params": preset.get("fsrsParams6", []),
             "retention": preset.get("desiredRetention")}
            for preset in col.decks.all_config()
        ],
        "descriptions": {deck["name"]: deck.get("desc", "") for deck in col.decks.all()},
        "integrity": {"ok": ok, "message": message},
    }
    col.close()
    return found


def next_intervals(args):
    """What each grade of each review card would lead to now, as days and memory."""
    col = Collection(args["profile"])
    found = {}
    for card_id in col.db.list("select id from cards where type = 2 and queue = 2 order by id"):
        states = col._backend.get_scheduling_states(card_id)
        by_grade = {}
        for grade, name in enumerate(("again", "hard", "good", "easy"), start=1):
            normal = getattr(states, name).normal
            kind = normal.WhichOneof("kind")
            review = normal.review if kind == "review" else normal.relearning.review
            memory = review.memory_state
            by_grade[grade] = {
                "kind": kind,
                "days": review.scheduled_days,
                "stability": memory.stability,
                "difficulty": memory.difficulty,
            }
        found[str(card_id)] = by_grade
    col.close()
    return found


def add(col, notetype, deck, tags=(), **fields):
    note = col.new_note(col.models.by_name(notetype))
    for name, value in fields.items():
        note[name.replace("_", " ")] = value
    note.tags = list(tags)
    col.add_note(note, col.decks.id(deck))
    return note


def make(args):
    """A collection with one of everything that people have, exported in every form."""
    folder = args["folder"]
    profile = os.path.join(folder, "rich.anki2")
    col = Collection(profile)
    col.set_config("fsrs", True)
    for name, content in (("dot one.png", b"\x89PNG\r\n\x1a\nfake"), ("beep.mp3", b"ID3fake")):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
        col.media.add_file(os.path.join(folder, name))
    german = "Languages::German"
    add(col, "Basic", german, ["a", "b::c"], Front="What is <b>x</b>? a_b * c",
        Back="<div>one</div><div>two &lt; three</div><ul><li>item</li></ul>")
    add(col, "Basic", german, Front='<img src="dot one.png">', Back="[sound:beep.mp3] a sound")
    add(col, "Basic", german, Front='A picture: <img src="dot one.png">', Back="")
    add(col, "Basic (and reversed card)", german, Front="Hund", Back="dog")
    add(col, "Basic (optional reversed card)", german, Front="Katze", Back="cat")
    add(col, "Basic (optional reversed card)", german, Front="Maus", Back="mouse", Add_Reverse="y")
    add(col, "Basic (type in the answer)", german, Front="typed", Back="yes")
    add(col, "Cloze", "Clozes", Text="{{c1::one}} and {{c2::two::hint}}, {{c1::std&#58;:v}}, \\(x^{2}\\)",
        Back_Extra="<i>extra</i>")
    add(col, "Cloze", "Clozes", Text="{{c1::outer {{c2::inner}} text}}")
    add(col, "Cloze", "Clozes", Text="{{c1,2::both}} and {{c3::single}}")
    custom = col.models.new("Three fields")
    for name in ("Word", "Meaning", "Example"):
        col.models.add_field(custom, col.models.new_field(name))
    for name, question, answer in (
        ("Both", "{{Word}} ({{Example}})", "{{FrontSide}}<hr id=answer>{{Meaning}}"),
        ("Other", "{{#Example}}Say: {{Meaning}}{{/Example}}", "{{FrontSide}}<hr id=answer>{{Word}}"),
    ):
        template = col.models.new_template(name)
        template["qfmt"], template["afmt"] = question, answer
        col.models.add_template(custom, template)
    col.models.add(custom)
    add(col, "Three fields", german, Word="laufen", Meaning="to run", Example="Ich laufe")
    suspended = add(col, "Basic", german, ["leech"], Front="suspended", Back="s")
    col.sched.suspend_cards([suspended.cards()[0].id])
    flagged = add(col, "Basic", german, ["marked"], Front="flagged", Back="f")
    col.set_user_flag_for_cards(3, [flagged.cards()[0].id])
    buried = add(col, "Basic", german, Front="buried", Back="b")
    col.sched.bury_cards([buried.cards()[0].id])
    for deck in (german, "Clozes"):
        col.decks.select(col.decks.id(deck))
        for grade in (3, 3, 4, 1, 2, 4, 3, 4):
            card = col.sched.getCard()
            if card is None:
                break
            card.start_timer()
            col.sched.answerCard(card, grade)
    col.sched.set_due_date(col.find_cards("Front:Katze"), "5")
    filtered = col.decks.new_filtered("Filtered")
    deck = col.decks.get(filtered)
    deck["terms"] = [["deck:Clozes", 10, 0]]
    col.decks.save(deck)
    col.sched.rebuild_filtered_deck(filtered)
    files = {"bare": profile}
    for name, legacy in (("latest", False), ("legacy", True)):
        path = os.path.join(folder, f"{name}.apkg")
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        col.export_anki_package(out_path=path, options=options, limit=None)
        files[name] = path
    for name, legacy in (("colpkg-latest", False), ("colpkg-legacy", True)):
        path = os.path.join(folder, f"{name}.colpkg")
        col.export_collection_package(path, True, legacy)
        col = Collection(profile)
        files[name] = path
    col.close()
    return files


def edit_field(args):
    """Changes a field of a note as a user would, in Anki: in a later second than before."""
    time.sleep(1.1)
    col = Collection(args["profile"])
    note = col.get_note(col.db.scalar("select id from notes where guid = ?", args["guid"]))
    note.fields[args["field"]] = args["html"]
    col.update_note(note)
    col.close()
    return {}


commands = {
    "import": import_package,
    "dump": dump,
    "next": next_intervals,
    "make": make,
    "edit": edit_field,
}

if __name__ == "__main__":
    result = commands[sys.argv[1]](json.loads(sys.argv[2]))
    print("\n" + json.dumps(result))
