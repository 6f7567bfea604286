Profile: ProteinUrin
Parent: HasilLabKode
Id: protein-urin
Title: "Protein urin"
Description: "Protein urin menurut celup. Kadar dalam mg/dL adalah pemeriksaan lain."
* insert Terbitan
* insert Inggris([["Protein in urine"]])
* insert Diamati($loinc, 2887-8, laboratory)
* value[x] from ProteinUrinVS (required)
