kies = Make a choice
meer-regels = More rows
annuleren = Cancel
formulier-optioneel = Fill in all fields. If a field is optional, it says so.
geen-medisch = Do not note medical data: cause, complaints and treatment do not belong here.
fouten-aantal = { $aantal ->
    [one] 1 thing is not right
   *[other] { $aantal } things are not right
  }
fouten-bewaard = Nothing was recorded yet. What you filled in is still there.
deel-a = Process
deel-b = Reintegration
deel-c = Medical: the employer never reads this
deel-d = Person and company
niets-vast-te-leggen = With your role you record nothing in this file.
haalt-termijn = This meets the term { $wat }.
ingevuld-uit-dossier = What is already known is filled in. Please check it.
wordt-gelezen = Note: what you fill in under Reintegration can be read by the employer and the case manager.
