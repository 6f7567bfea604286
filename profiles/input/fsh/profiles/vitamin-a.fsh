Profile: VitaminA
Parent: Tindakan
Id: vitamin-a
Title: "Pemberian kapsul vitamin A"
Description: "Kapsul vitamin A yang diberikan kepada anak atau ibu nifas, atau yang sengaja tidak diberikan (status not-done), pada satu kunjungan. Warna kapsul tidak menyebut sediaannya."
* insert Terbitan
* insert Inggris([["Vitamin A capsule"]])
* insert Dilakukan(709543002, $sct, 767224000)
