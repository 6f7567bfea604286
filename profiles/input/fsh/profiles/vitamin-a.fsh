Profile: VitaminA
Parent: Procedure
Id: vitamin-a
Title: "Pemberian kapsul vitamin A"
Description: "Kapsul vitamin A yang diberikan, atau yang sengaja tidak diberikan (status not-done), pada satu kunjungan."
* insert Terbitan
* insert BertandaLingkungan
* category 1..1
* category = $sct#709543002
* code 1..1
* code = $sct#767224000
* subject only Reference(Patient)
* encounter 1..1
* performed[x] 1..1
* performed[x] only dateTime
