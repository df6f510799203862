"""Names that are ordinary words as well: alone they name nobody, be it in English or in a neighbouring language."""

from __future__ import annotations

ORDINARY = frozenset(
    """
    abbey abel able alba alma amber angel anker apple april archer art ash aurora autumn bach baker bank bauer
    baum bear beau bell berg bill bird bishop black blanc blanco bloom blue bond bosch boss bow brand braun
    bridge brook brooks brown buck bud burns bush butcher butler carter case cash castle chance chase christian
    church city clay clement cliff cloud cole colt constant cook cooper costa court cross cruise cruz crystal
    curry dale dawn day deacon dean dear dee deer destiny do dot dove drew duke dusty earl east eden edge eisen
    ember engel english ernst ever faber faith falk farmer faust feld fell fern field finch fink fischer fish
    fisher flint flora flores flower ford forest fort forte foster fox frank freed french frey frost fuchs
    fuller gale gardener garland gay gene genesis german gill ginger glass glover gold golden good grace grand
    grant gray green grey gross guy hall hand happy hardy harmony harper hart harvest hase haven hawk hay hazel
    head heath heather heaven henna herb hering hero herr hill hirsch holder holiday holland holly holm holt
    holz home honey honor hood hook hope horn house hug hunt hunter iris iron ivory ivy jack jade jager jasmine
    jay jet jewel job john jolly jordan joy jude judge june jung jungle junior justice kaiser karma keen kern
    key kid kind king kirsch kit klein knight knopf koch konig kraft kraus krause kunst lace lady lake lamb lamp
    land lane lang lark lassen laurel law leader league lear leger leiter leone liberty lily linde lion little
    lobo lock long lord lotus love low luck lucky luna lune luz mack mage mai maler mann many march marche
    margin marina marine mark marks marsh marshal mason master may meadow meer mehr meier melody mentee mentor
    mercy merit merry milk mill miller mine mint mist moon moore morgen moss mount muller nagel nelly neu
    neumann new nice nicht nick night noble noel nord north nova novel oak ocean olive opal orange orchard
    page palm paris park parker parks patience peace peach pearl penny pepper perl perla petal petit pfeiffer
    pike pilot pine pitt plum pop pope porter pound powers precious price priest prince prior providence
    prudence quick quill rain rainbow ramp ranger raven ray read red reed reeve reich reign rein rich richter
    ring ritter river rivers road rob robe robin rock rocky roman root rosa rose rosemary rosen roth round rowan
    royal ruby rush russ rusty ryder sage sailor sain saint sally salt sand sandy santa santos savage sawyer
    schneider schulz schuster schwarz scout sea senior serene serenity sharp shaw shepherd shore short sierra
    silva silver singer skip sky small smart smith snow sol sole solo sommer son sonne sparrow spring star stark
    steel stein sterling stern stock stone storm story strand street strong sue summer sun sunday sunny swan
    swift tag tailor tanner tate tau taylor temple ten tern terra thorn tiger till tony torres tower town
    trinity true tucker turner unity urban vale valentine van vega venus vera verde verity victor victory viola
    violet vogel voss wade walker wall walter ward ware waters way weaver weber weiss welch well wells wen werk
    west wheeler white whitman wild wilde will willow winn winner winter wise wolf wolff wolke wood woods worth
    wren wright young zimmer
    """.split()
)
