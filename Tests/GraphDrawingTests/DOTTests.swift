import GraphDrawing
import KnowledgeGraph
import Testing

@Suite("The DOT of a graph")
struct DOTTests {
  @Test("a small graph, whole")
  func whole() {
    #expect(
      dot(of: SampleGraphs.tiny) == #"""
        digraph "Norway helps" {
          graph [rankdir=LR, nodesep=0.4, ranksep=0.7, splines=true, overlap=prism, \#
        outputorder=edgesfirst, pad=0.4, bgcolor="#fbfaf7", fontname="DejaVu Sans", labelloc=t, labeljust=l,
            label=<<table border="0" cellborder="0" cellspacing="0" cellpadding="2"><tr><td \#
        align="left"><font point-size="20" color="#1f2328"><b>Norway \#
        helps</b></font></td></tr><tr><td align="left"><font point-size="11" \#
        color="#6b6b6b">tiny.txt, 2 March 2025 · 2 actors, 1 action</font></td></tr><tr><td \#
        align="left"><font point-size="9" color="#6b6b6b"><font color="#0b6e57">━━</font> material \#
        cooperation</font></td></tr><tr><td height="10"></td></tr></table>>]
          node [fontname="DejaVu Sans", fontsize=12, penwidth=1.2]
          edge [fontname="DejaVu Sans", fontsize=10, fontcolor="#333b45", arrowsize=0.7]

          node [shape=box, style="filled,rounded", fillcolor="#dfe8f3", color="#3d6a9e", \#
        fontcolor="#12304f", margin="0.16,0.09", peripheries=1]
          "state:NOR" [label=<<b>Norway</b><br/><font point-size="9" color="#3d6a9e">NOR</font>>, \#
        kind=state, country="NOR", class=state, tooltip="Norway, NOR"]
          "state:MDA" [label=<<b>Moldova</b><br/><font point-size="9" color="#3d6a9e">MDA</font>>, \#
        kind=state, country="MDA", class=state, tooltip="Moldova, MDA"]

          "state:NOR" -> "state:MDA" [label=<&#160;<b>sends</b> medicine&#160;<br/>&#160;<font \#
        point-size="8">2 Mar</font>&#160;>, color="#0b6e57", penwidth=1.4, \#
        class="material-cooperation", verb="send", event="AID", polarity=positive, \#
        modality=asserted, count=1, sentence="Norway sent medicine to Moldova on Sunday.", \#
        tooltip="Norway sent medicine to Moldova on Sunday.", labeltooltip="Norway sent medicine to \#
        Moldova on Sunday."]
        }

        """#)
  }

  @Test("a graph of nothing has a title and says so")
  func empty() throws {
    #expect(
      dot(of: KnowledgeGraph()) == #"""
        digraph "Who did what to whom" {
          graph [rankdir=LR, nodesep=0.4, ranksep=0.7, splines=true, overlap=prism, \#
        outputorder=edgesfirst, pad=0.4, bgcolor="#fbfaf7", fontname="DejaVu Sans", labelloc=t, labeljust=l,
            label=<<table border="0" cellborder="0" cellspacing="0" cellpadding="2"><tr><td \#
        align="left"><font point-size="20" color="#1f2328"><b>Who did what to \#
        whom</b></font></td></tr><tr><td align="left"><font point-size="11" color="#6b6b6b">0 \#
        actors, 0 actions</font></td></tr><tr><td height="10"></td></tr></table>>]
          node [fontname="DejaVu Sans", fontsize=12, penwidth=1.2]
          edge [fontname="DejaVu Sans", fontsize=10, fontcolor="#333b45", arrowsize=0.7]
        }

        """#)
    #expect(try svgText(of: dot(of: KnowledgeGraph())).contains(">0 actors, 0 actions<"))
  }

  @Test("the same graph gives the same bytes, whatever its size", arguments: [3, 30, 300])
  func deterministic(actors: Int) {
    let graph = SampleGraphs.corpus(actors: actors)
    for selection in [DrawingSelection.readable, .everything] {
      let options = DrawingOptions(selection: selection)
      #expect(dot(of: graph, options: options) == dot(of: graph, options: options))
    }
  }

  @Test("a title given takes the place of the document's own")
  func title() {
    let text = dot(of: SampleGraphs.tiny, options: DrawingOptions(title: "Other <words>"))
    #expect(text.hasPrefix("digraph \"Other <words>\" {\n"))
    #expect(text.contains("<b>Other &lt;words&gt;</b>"))
    #expect(!text.contains("Norway helps"))
  }
}
