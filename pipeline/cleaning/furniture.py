"""Page furniture: buttons, share bars, teasers and notices around a story on a site."""

from __future__ import annotations

import re

from pipeline.cleaning.registry import cleaners
from pipeline.cleaning.removal import without_blocks
from schemas.wire import WireItem

__all__ = ["remove_furniture"]

_MOST_CHARS = 120
"""Furniture is short; a paragraph that begins with the same words is a story's."""

_DEPTH = 6
"""Furniture stands at the ends of a page: so many blocks from the top or the bottom."""

_FURNITURE = re.compile(
    r"(?i)[\W_]*(?:"
    # buttons: en de fr es it pt nl pl sv, Croatian/Serbian, Macedonian, Russian
    r"(?:back|return|go) to (?:the )?top(?: button)?|scroll to top|(?:nach|zurück nach) oben|"
    r"zum seitenanfang|(?:retour en )?haut de (?:la )?page|(?:volver|ir) arriba|torna su|"
    r"torna all['’]inizio|voltar ao topo|terug naar boven|(?:wróć )?do góry|till toppen|"
    r"povratak na vrh|na vrh|назад (?:кон|на) врв(?:от)?|на врв|наверх|"
    # sharing
    r"share(?: (?:this|on|via|article|story|with)\b.{0,60})?|tweet|"
    r"(?:artikel |beitrag )?teilen(?: auf.{0,40})?|partager(?: (?:sur|cet|l['’])?.{0,40})?|"
    r"compartir(?: (?:en|esta?)\b.{0,40})?|condividi(?: su.{0,40})?|"
    r"compartilhar?(?: (?:no|na|em)\b.{0,40})?|partilhar|сподели(?: на.{0,40})?|поделиться|"
    r"(?:facebook|twitter|whatsapp|telegram|linkedin|viber|e-?mail|print|copy link|x|messenger)"
    r"(?:[\s,|/·•]+(?:facebook|twitter|whatsapp|telegram|linkedin|viber|e-?mail|print|copy link|"
    r"messenger|x))*|print(?: (?:this )?(?:page|article|story))?|drucken|imprimer|imprimir|stampa|"
    # teasers and notices
    r"(?:read|see) (?:more|also|next)\b.{0,90}|"
    r"(?:also|you may also|more) (?:like|read|on this)\b.{0,60}|"
    r"(?:lesen sie (?:auch|mehr)|mehr zum thema|weiterlesen|à lire aussi|lire aussi|lire la suite|"
    r"lea también|leer más|leia (?:mais|também)|leggi (?:anche|tutto)|прочитајте (?:и|повеќе)|"
    r"повеќе|читайте также|läs (?:mer|också))\b.{0,90}|"
    r"related (?:articles?|news|stories|posts|content)|similar (?:news|posts)|most read|"
    r"(?:sign up|subscribe) (?:for|to) .{0,60}newsletter.{0,30}|newsletter|advertisement|"
    r"anzeige|publicité|publicidad|pubblicità|werbung|"
    r"(?:we use|this (?:web)?site uses) cookies.{0,90}|accept (?:all )?cookies|"
    r"(?:leave a |add a |post a )?comments?(?: \(\d+\))?|\d+ comments?|kommentare?|"
    r"skip to (?:main )?content|menu|home|"
    r"©.{0,100}|(?:\(c\)|copyright)\b.{0,100}|all rights reserved.{0,40}|"
    r"alle rechte vorbehalten.{0,40}|"
    r"tous droits réservés.{0,40}|todos los derechos reservados.{0,40}"
    r")[\W_]*"
)


@cleaners.add("furniture", needs={"body"}, gives={"body"})
def remove_furniture(item: WireItem) -> WireItem:
    """Set a page's furniture aside where a text came from a page; wire formats have none."""
    if item.format not in ("web_text", "plain_text", "web_page"):
        return item
    last = len(item.body)
    gone = {n for n in range(last - 1, max(-1, last - 1 - _DEPTH), -1) if _is_furniture(item, n)}
    gone |= {n for n in range(min(2, last)) if _is_furniture(item, n)}
    if len(gone) == last:
        return item
    return without_blocks(item, gone, "furniture")


def _is_furniture(item: WireItem, n: int) -> bool:
    text = item.body[n].text
    return len(text) <= _MOST_CHARS and _FURNITURE.fullmatch(text) is not None
